// The findings of a result: cards on the right, marks on the left, one of them current.

import { all } from "/static/dom.js";

export class Findings {
  /** @type {HTMLElement[]} */ cards;
  /** @type {HTMLElement | null} */ current = null;
  /** @type {Map<string, HTMLElement[]>} */ #marks = new Map();
  /** @type {HTMLElement[]} */ #all;

  /** @param {HTMLElement} reader */
  constructor(reader) {
    this.reader = reader;
    this.cards = all("article.finding", reader);
    this.#all = all("mark[data-findings]", reader);
    for (const mark of this.#all) {
      for (const number of numbers(mark)) {
        const marks = this.#marks.get(number);
        if (marks) marks.push(mark);
        else this.#marks.set(number, [mark]);
      }
    }
  }

  get ids() {
    return this.cards.map((card) => card.dataset.id ?? "");
  }

  get visible() {
    return this.cards.filter((card) => !card.hidden);
  }

  /** @param {string} number */
  card(number) {
    return this.cards.find((card) => card.dataset.number === number) ?? null;
  }

  /** @param {string} id */
  byId(id) {
    return this.cards.find((card) => card.dataset.id === id) ?? null;
  }

  /** @param {Element | null} mark of the text: its strongest finding that is shown */
  under(mark) {
    const shown = (mark ? numbers(mark) : []).map((number) => this.card(number));
    return shown.find((card) => card && !card.hidden) ?? null;
  }

  /**
   * Make a finding the current one in the list and in the text.
   * @param {HTMLElement | null} card
   */
  choose(card) {
    for (const old of all(".current", this.reader)) {
      old.classList.remove("current");
      old.removeAttribute("aria-current");
    }
    this.current = card;
    if (!card) return;
    card.classList.add("current");
    card.setAttribute("aria-current", "true");
    for (const mark of this.#marks.get(card.dataset.number ?? "") ?? []) mark.classList.add("current");
    this.#badge(card)?.classList.add("current");
  }

  /** Bring the current finding into view on both sides; the text it stands in is laid out late. */
  reveal() {
    if (!this.current) return;
    this.current.scrollIntoView({ block: "start" });
    const place = this.#badge(this.current);
    place?.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => place?.scrollIntoView({ block: "center" }));
  }

  /**
   * The shown finding that many steps from the current one.
   * @param {number} step
   */
  neighbour(step) {
    const visible = this.visible;
    const at = this.current ? visible.indexOf(this.current) : -1;
    if (at < 0) return visible[step > 0 ? 0 : visible.length - 1] ?? null;
    return visible[Math.min(Math.max(at + step, 0), visible.length - 1)];
  }

  /** Marks whose findings are all hidden step back. */
  fade() {
    const shown = new Set(this.visible.map((card) => card.dataset.number));
    for (const mark of this.#all) {
      mark.classList.toggle("faded", !numbers(mark).some((number) => shown.has(number)));
    }
    for (const card of this.cards) this.#badge(card)?.toggleAttribute("hidden", card.hidden);
  }

  /** @param {HTMLElement} card */
  #badge(card) {
    return document.getElementById(`m${card.dataset.number}`);
  }
}

/** @param {Element} mark */
const numbers = (mark) => (mark.getAttribute("data-findings") ?? "").split(" ");
