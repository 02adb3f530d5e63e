/** The address of this page as it is passed on: without the name of its file, and what is asked of it. */
export const pageAddress = () => new URL(location.pathname.replace(/index\.html$/, ""), location.href).href;
