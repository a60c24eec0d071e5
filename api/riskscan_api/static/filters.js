// Which findings are shown: by tier, factor, severity and decision.

import { all } from "/static/dom.js";

export class Filters {
  /**
   * @param {HTMLElement} tools
   * @param {(card: HTMLElement) => string} verdict of a card: open, accepted or rejected
   */
  constructor(tools, verdict) {
    this.tiers = all("button[data-tier]", tools);
    this.selects = all("select[data-filter]", tools);
    this.verdict = verdict;
  }

  get chosenTiers() {
    const pressed = this.tiers.filter((button) => button.getAttribute("aria-pressed") === "true");
    return pressed.map((button) => button.dataset.tier);
  }

  /** @param {HTMLButtonElement} button of a tier; the last pressed one stays pressed */
  toggle(button) {
    const pressed = button.getAttribute("aria-pressed") === "true";
    if (pressed && this.chosenTiers.length === 1) return;
    button.setAttribute("aria-pressed", String(!pressed));
  }

  /** Show everything there is. */
  reset() {
    for (const button of this.tiers) button.setAttribute("aria-pressed", String(!button.disabled));
    for (const select of this.selects) select.value = "";
  }

  /** @param {HTMLElement} card */
  fits(card) {
    const tiers = this.chosenTiers;
    const facts = { ...card.dataset, verdict: this.verdict(card) };
    return (
      tiers.includes(card.dataset.tier) &&
      this.selects.every(({ value, dataset }) => !value || facts[dataset.filter] === value)
    );
  }

  /**
   * Make a finding visible that a filter hides.
   * @param {HTMLElement} card
   */
  admit(card) {
    if (this.fits(card)) return;
    for (const select of this.selects) select.value = "";
    const tier = this.tiers.find((button) => button.dataset.tier === card.dataset.tier);
    tier?.setAttribute("aria-pressed", "true");
  }
}
