// Keys by their place on the keyboard, so that a Russian or Kazakh layout changes nothing.

/** @type {Record<string, string>} */
const PLACES = { KeyJ: "next", KeyK: "previous", KeyA: "accept", KeyR: "reject", KeyU: "undo", KeyN: "note" };

/**
 * @param {Record<string, (place: number) => void>} actions by name; `reason` gets the digit pressed
 */
export function listen(actions) {
  addEventListener("keydown", (event) => {
    const { code, key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    if (isTyping(target)) {
      if (code === "Escape") /** @type {HTMLElement} */ (target).blur();
      return;
    }
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
    const asked = key === "?" || (code === "Slash" && event.shiftKey);
    const name = asked ? "help" : digit ? "reason" : PLACES[code];
    if (!name) return;
    event.preventDefault();
    actions[name](Number(digit?.[1]));
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.matches("textarea, select, input:not([type=radio], [type=file])");
}
