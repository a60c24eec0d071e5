// Finding elements, with their types.

/**
 * The element of that id, which the server's templates promise.
 * @param {string} id
 * @returns {any}
 */
export const byId = (id) => document.getElementById(id);

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {any[]}
 */
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];

/**
 * The server's HTML as elements. Parsed apart from the page: nothing in it runs, and the server has
 * escaped every word of the draft.
 * @param {string} html
 */
export function parse(html) {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
  return fragment;
}
