// The controls of a decision, moved from card to card: only the current finding has them.

import { all, byId } from "/static/dom.js";

/** @typedef {import("./decisions.js").Decision} Decision */

export class Panel {
  /** @type {HTMLElement} */ #box;

  /**
   * @param {{decide: (part: Partial<Decision>, done: boolean) => void, note: (text: string) => void}} told
   */
  constructor(told) {
    this.#box = byId("decision").content.firstElementChild.cloneNode(true);
    this.#box.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button[data-verdict]");
      if (button) this.#press(/** @type {HTMLElement} */ (button), told.decide);
    });
    this.#reasons.addEventListener("click", (event) => {
      const { target, detail } = event;
      // Arrow keys click too, without a pointer: they look through the reasons and stay.
      if (target instanceof HTMLInputElement) told.decide({ reason: target.value }, detail > 0);
    });
    this.noteField.addEventListener("input", () => told.note(this.noteField.value));
  }

  /** @returns {HTMLFieldSetElement} */
  get #reasons() {
    return /** @type {any} */ (this.#box.querySelector(".reasons"));
  }

  /** @returns {HTMLTextAreaElement} */
  get noteField() {
    return /** @type {any} */ (this.#box.querySelector("textarea"));
  }

  /** @param {HTMLElement | null} card */
  attach(card) {
    if (card) card.append(this.#box);
    else this.#box.remove();
  }

  /** @param {Decision} decision */
  show({ verdict, reason, note }) {
    for (const button of all("button[data-verdict]", this.#box)) {
      button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
    }
    this.#reasons.hidden = verdict !== "rejected";
    for (const radio of all("input[type=radio]", this.#box)) radio.checked = radio.value === reason;
    if (this.noteField.value !== note) this.noteField.value = note;
  }

  /** The reason at that place of the list, counted from 1. @param {number} place */
  reason(place) {
    return all("input[type=radio]", this.#box)[place - 1]?.value ?? null;
  }

  focusReasons() {
    this.#reasons.scrollIntoView({ block: "nearest" });
    all("input[type=radio]", this.#reasons)[0]?.focus({ preventScroll: true });
  }

  /** @param {HTMLElement} button @param {(part: Partial<Decision>, done: boolean) => void} decide */
  #press(button, decide) {
    const again = button.getAttribute("aria-pressed") === "true";
    const verdict = /** @type {Decision["verdict"]} */ (again ? null : button.dataset.verdict);
    decide({ verdict, reason: null }, verdict === "accepted");
  }
}
