// The draft of this tab: kept over a reload in sessionStorage, gone when the tab is closed.

/**
 * A pasted draft has a text and no name; a file has its bytes, its name and as what its tracked
 * changes are read.
 * @typedef {{name: null, text: string} | {name: string, file: Blob, view: string}} Draft
 */

const KEY = "riskscan.draft";
const TYPED = "riskscan.typed";

/**
 * Keep the draft for a reload; false when it is too large or the browser forbids it.
 * @param {Draft} draft
 */
export async function keep(draft) {
  forget();
  try {
    const kept = draft.name === null
      ? { name: null, text: draft.text }
      : { name: draft.name, view: draft.view, data: await base64(draft.file) };
    sessionStorage.setItem(KEY, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** @returns {Draft | null} */
export function kept() {
  try {
    const { name, text, data, view = "accepted" } = JSON.parse(sessionStorage.getItem(KEY) ?? "");
    if (name === null) return { name, text };
    const file = new Blob([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))]);
    return { name, file, view };
  } catch {
    return null;
  }
}

export function forget() {
  remove(KEY);
  remove(TYPED);
}

/**
 * Text that was typed and not yet checked survives a reload too.
 * @param {string} text
 */
export function keepTyped(text) {
  try {
    sessionStorage.setItem(TYPED, text);
  } catch {
    remove(TYPED);
  }
}

export function typed() {
  try {
    return sessionStorage.getItem(TYPED) ?? "";
  } catch {
    return "";
  }
}

/**
 * The form the server expects. A text travels as a file part, whose line ends nobody changes.
 * @param {Draft} draft
 * @param {string} [review]
 */
export function form(draft, review) {
  const made = new FormData();
  if (draft.name === null) {
    made.set("text", new Blob([draft.text]), "text");
  } else {
    made.set("file", draft.file, draft.name);
    made.set("view", draft.view);
  }
  if (review !== undefined) made.set("review", new Blob([review]), "review");
  return made;
}

/** @param {string} key */
function remove(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to remove
  }
}

/** @param {Blob} file @returns {Promise<string>} */
function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
