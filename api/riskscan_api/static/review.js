// The review of one result: findings, filters, decisions and keys brought together.

import { Decisions } from "/static/decisions.js";
import { all, byId } from "/static/dom.js";
import { Filters } from "/static/filters.js";
import { Findings } from "/static/findings.js";
import { Panel } from "/static/panel.js";
import { announce, say, toast } from "/static/words.js";

const PLACE = "riskscan.current";

export class Review {
  #ended = new AbortController();
  #warned = false;

  /** @param {HTMLElement} reader the server's result */
  constructor(reader) {
    this.reader = reader;
    this.digest = reader.dataset.digest ?? "";
    this.title = reader.dataset.title ?? "";
    this.findings = new Findings(reader);
    this.decisions = new Decisions(this.digest, {
      changed: (id) => this.#redraw(id),
      lost: () => this.#warn(),
    });
    this.filters = new Filters(/** @type {HTMLElement} */ (reader.querySelector(".tools")), (card) => this.#verdict(card));
    this.panel = new Panel({
      decide: (part, done) => this.#decide(part, done),
      note: (text) => this.#current && this.decisions.note(this.#current, text),
    });
    this.#begin();
  }

  /** Stop listening: another result takes this one's place. */
  end() {
    this.#ended.abort();
  }

  next() {
    this.#go(this.findings.neighbour(1));
  }

  previous() {
    this.#go(this.findings.neighbour(-1));
  }

  accept() {
    this.#decide({ verdict: "accepted", reason: null }, true);
  }

  reject() {
    if (!this.#current) return;
    this.#decide({ verdict: "rejected", reason: null }, false);
    this.panel.focusReasons();
  }

  /** @param {number} place of a reason; only a rejected finding has one */
  reason(place) {
    const reason = this.panel.reason(place);
    if (!this.#current || !reason) return;
    if (this.decisions.of(this.#current).verdict === "rejected") this.#decide({ reason }, true);
  }

  note() {
    if (this.#current) this.panel.noteField.focus();
  }

  undo() {
    const undone = this.decisions.undo();
    if (undone === null) return toast(say("undo.none"));
    if (undone === "other") return toast(say("undo.other"));
    const card = this.findings.byId(undone[0]);
    if (!card) return;
    this.#apply();
    this.#go(card);
    toast(say("undone", { number: card.dataset.number ?? "" }));
  }

  forget() {
    const count = this.decisions.forget(this.findings.ids);
    this.#apply();
    toast(say("forgotten", { count }));
  }

  showAll() {
    this.filters.reset();
    this.#apply();
  }

  /** @param {string} pane to show where there is room for one only */
  showPane(pane) {
    this.reader.dataset.pane = pane;
    this.#panes();
  }

  /** The decisions for the export, as JSON. */
  get json() {
    return this.decisions.review(this.findings.ids);
  }

  get #current() {
    return this.findings.current?.dataset.id ?? "";
  }

  #begin() {
    const { signal } = this.#ended;
    this.decisions.follow(signal);
    all(".tools", this.reader)[0].hidden = false;
    this.reader.addEventListener("click", (event) => this.#click(event), { signal });
    for (const select of this.filters.selects) {
      select.addEventListener("change", () => this.#apply(), { signal });
    }
    for (const id of this.findings.ids) this.#chip(id);
    this.#apply();
    const kept = this.findings.byId(place());
    if (kept) this.filters.admit(kept);
    this.#apply();
    this.#select(kept ?? this.findings.visible[0] ?? null);
    if (kept) requestAnimationFrame(() => this.findings.reveal());
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const tier = target.closest("button[data-tier]");
    const badge = target.closest("a.number");
    const card = target.closest("article.finding");
    const mark = target.closest("mark[data-findings]");
    const entry = target.closest(".outline a");
    if (tier) {
      this.filters.toggle(/** @type {HTMLButtonElement} */ (tier));
      this.#apply();
    } else if (badge) {
      event.preventDefault();
      this.#follow(/** @type {HTMLAnchorElement} */ (badge));
    } else if (entry) {
      event.preventDefault();
      this.#jump(/** @type {HTMLAnchorElement} */ (entry).hash.slice(1));
    } else if (card && getSelection()?.isCollapsed && card !== this.findings.current) {
      this.#go(/** @type {HTMLElement} */ (card));
    } else if (mark && getSelection()?.isCollapsed) {
      this.#go(this.findings.under(mark), "findings");
    }
  }

  /** A number in the text leads to its card, one on a card to its words. @param {HTMLAnchorElement} badge */
  #follow(badge) {
    const card = this.findings.card(badge.hash.slice(2));
    if (!card) return;
    this.#go(card, badge.hash.startsWith("#m") ? "text" : "findings");
  }

  /** @param {string} line */
  #jump(line) {
    this.showPane("text");
    const place = byId(line);
    place?.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => place?.scrollIntoView({ block: "start" }));
  }

  /**
   * @param {HTMLElement | null} card
   * @param {string} [pane] to show where there is room for one only
   */
  #go(card, pane) {
    if (!card) return;
    this.filters.admit(card);
    this.#apply();
    if (pane) this.showPane(pane);
    this.#select(card);
    this.findings.reveal();
    card.focus({ preventScroll: true });
    const visible = this.findings.visible;
    announce(say("current", { position: visible.indexOf(card) + 1, count: visible.length }));
  }

  /** @param {HTMLElement | null} card */
  #select(card) {
    this.findings.choose(card);
    this.panel.attach(card);
    if (!card) return;
    this.panel.show(this.decisions.of(this.#current));
    place(this.#current);
  }

  #panes() {
    for (const button of all(".panes button")) {
      button.setAttribute("aria-pressed", String(button.dataset.pane === this.reader.dataset.pane));
    }
  }

  /**
   * @param {Partial<import("./decisions.js").Decision>} part
   * @param {boolean} done whether to go on to the next finding without a decision
   */
  #decide(part, done) {
    if (!this.#current) return;
    const card = this.findings.current;
    const following = done ? this.#open(card) : null;
    this.decisions.decide(this.#current, part);
    announce(say(this.decisions.of(this.#current).verdict ?? "undecided"));
    if (following) this.#go(following);
    else this.#apply();
  }

  /** The next shown finding without a decision, from the first one on again. @param {HTMLElement | null} card */
  #open(card) {
    const visible = this.findings.visible;
    const at = card ? visible.indexOf(card) : -1;
    const rest = [...visible.slice(at + 1), ...visible.slice(0, Math.max(at, 0))];
    return rest.find((each) => this.#verdict(each) === "open") ?? null;
  }

  /** @param {HTMLElement} card */
  #verdict(card) {
    return this.decisions.of(card.dataset.id ?? "").verdict ?? "open";
  }

  /** Something was decided, here or in another tab. @param {string} id */
  #redraw(id) {
    this.#chip(id);
    this.#count();
    if (id === this.#current) this.panel.show(this.decisions.of(id));
  }

  /** @param {string} id */
  #chip(id) {
    const card = this.findings.byId(id);
    const chip = /** @type {HTMLElement | null | undefined} */ (card?.querySelector(".verdict"));
    if (!card || !chip) return;
    const { verdict } = this.decisions.of(id);
    chip.hidden = verdict === null;
    chip.textContent = verdict === null ? "" : say(verdict);
    card.dataset.verdict = verdict ?? "open";
  }

  /** Show what fits the filters. */
  #apply() {
    for (const card of this.findings.cards) {
      card.hidden = !this.filters.fits(card);
    }
    for (const tier of all("section.tier", this.reader)) {
      tier.hidden = !tier.querySelector("article.finding:not([hidden])");
    }
    byId("nothing-fits").hidden = !this.findings.cards.length || this.findings.visible.length > 0;
    this.findings.fade();
    this.#count();
  }

  #count() {
    const tiers = this.filters.chosenTiers;
    const verdicts = this.findings.cards
      .filter((card) => tiers.includes(card.dataset.tier))
      .map((card) => this.#verdict(card));
    const count = verdicts.length;
    const done = verdicts.filter((verdict) => verdict !== "open").length;
    byId("progress-words").textContent = count ? say("progress", { done, count }) : "";
    byId("progress").max = Math.max(count, 1);
    byId("progress").value = done;
    byId("progress").hidden = count === 0;
    byId("all-reviewed").hidden = count === 0 || done < count;
    byId("export-scope").textContent = say("scope", this.#tally());
  }

  #tally() {
    const verdicts = this.findings.cards.map((card) => this.#verdict(card));
    /** @param {string} wanted */
    const of = (wanted) => verdicts.filter((verdict) => verdict === wanted).length;
    return { accepted: of("accepted"), rejected: of("rejected"), open: of("open") };
  }

  #warn() {
    if (!this.#warned) toast(say("lost.decisions"));
    this.#warned = true;
  }

  /** Take over what was decided about an earlier wording. @param {string} digest */
  carry(digest) {
    const count = this.decisions.carry(digest, this.findings.ids);
    if (count) toast(say("carried", { count }));
  }

}

/**
 * The finding that was current before a reload: a comfort, not a promise.
 * @param {string} [id] to remember
 */
function place(id) {
  try {
    if (id !== undefined) sessionStorage.setItem(PLACE, id);
    return sessionStorage.getItem(PLACE) ?? "";
  } catch {
    return "";
  }
}
