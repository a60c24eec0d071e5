// What the page says aloud: the strings the server put into the page, with gaps to fill.

/** @type {Record<string, string>} */
const strings = JSON.parse(document.body.dataset.live ?? "{}");
const ui = document.documentElement.lang;

/**
 * One string of the interface language.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  return strings[`live.${key}`].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/**
 * 4 812 (4,812 in English); not every browser knows Kazakh numbers, which are written as Russian.
 * @param {number} value
 */
export const number = (value) => value.toLocaleString(ui === "en" ? "en" : "ru");

/**
 * Tell a screen reader, and nobody else.
 * @param {string} words
 */
export function announce(words) {
  /** @type {HTMLElement} */ (document.getElementById("status")).textContent = words;
}

let fading = 0;

/**
 * Tell everybody, for a while.
 * @param {string} words
 */
export function toast(words) {
  const box = /** @type {HTMLElement} */ (document.getElementById("toast"));
  box.textContent = words;
  box.hidden = false;
  announce(words);
  clearTimeout(fading);
  fading = setTimeout(() => (box.hidden = true), 8000);
}
