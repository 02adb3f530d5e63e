/** What modules ask of a browser while they are loaded: an English page that hears nothing. */

globalThis.document = { documentElement: { lang: "en" } };
globalThis.addEventListener = () => {};
