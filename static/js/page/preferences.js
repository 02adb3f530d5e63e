/**
 * Choices that are kept on the visitor's own device, and told to nobody. Where nothing may be kept (a frame of
 * another site, a browser that forgets) they hold as long as the page stands.
 */

const here = new Map();

/** The value of a choice, null when none was made. */
export function loadPreference(name) {
  if (here.has(name)) return here.get(name);
  try {
    return localStorage.getItem(`showcase-${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice; null forgets it. */
export function savePreference(name, value) {
  here.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`showcase-${name}`);
    else localStorage.setItem(`showcase-${name}`, value);
  } catch {}
}
