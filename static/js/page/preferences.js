/**
 * Choices that are kept on the visitor's own device, and told to nobody. Where nothing may be kept (a frame of
 * another site, a browser that forgets) they hold until the page is left.
 */

/** @type {Map<string, string | null>} */
const ofThisPage = new Map();

/**
 * @param {string} name
 * @returns {string | null} null when nothing was chosen
 */
export function loadPreference(name) {
  const value = ofThisPage.get(name);
  if (value !== undefined) return value;
  try {
    return localStorage.getItem(`showcase-${name}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {string | null} value null deletes it
 */
export function savePreference(name, value) {
  ofThisPage.set(name, value);
  try {
    if (value === null) localStorage.removeItem(`showcase-${name}`);
    else localStorage.setItem(`showcase-${name}`, value);
  } catch {
    // It holds until the page is left.
  }
}
