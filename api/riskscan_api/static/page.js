// The page: a draft goes to the server, the result comes back, the review begins.

import { all, byId, parse } from "/static/dom.js";
import { forget, form, keep, kept, keepTyped, typed } from "/static/draft.js";
import { save } from "/static/exporting.js";
import { listen } from "/static/keys.js";
import { Review } from "/static/review.js";
import { Refusal, ask, known } from "/static/server.js";
import { toggleTheme } from "/static/theme.js";
import { announce, number, say, toast } from "/static/words.js";

/** @typedef {import("./draft.js").Draft} Draft */

const limit = Number(document.body.dataset.limit);
const maxBytes = Number(document.body.dataset.bytes);

/** @type {Draft | null} */ let draft = null;
/** @type {Review | null} */ let review = null;
/** @type {AbortController | null} */ let running = null;
let earlier = ""; // the digest of the wording that is being edited

/** @param {"compose" | "loading" | "result"} state */
function enter(state) {
  document.body.dataset.state = state;
  byId("compose").hidden = state !== "compose";
  byId("loading").hidden = state !== "loading";
  byId("result").hidden = state !== "result";
}

/** @param {DocumentFragment | null} shown */
function complain(shown) {
  const place = byId("problems");
  place.replaceChildren(...(shown ? [shown] : []));
  for (const row of all(".row", place)) row.hidden = draft === null;
}

/** Code points, as the server counts them. @param {string} text */
function length(text) {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []).length;
}

/** Why the server need not be asked. @param {Draft} given */
function fault(given) {
  if (given.name !== null) return given.file.size > maxBytes ? "large" : null;
  if (!given.text.trim()) return "empty";
  return length(given.text) > limit ? "long" : null;
}

/** @param {Draft} given */
async function check(given) {
  complain(null);
  const wrong = fault(given);
  if (wrong) return complain(known(wrong));
  draft = given;
  const safe = await keep(given);
  running?.abort();
  const mine = (running = new AbortController());
  byId("loading-name").textContent = given.name ?? "";
  enter("loading");
  announce(byId("loading-title").textContent);
  try {
    const answer = await ask("/check", form(given), mine.signal);
    show(await answer.html());
    if (!safe) toast(say("lost.text"));
  } catch (error) {
    if (running !== mine) return;
    compose();
    if (error instanceof Refusal) complain(error.shown);
    else if (mine.signal.aborted) announce(say("cancelled"));
    else complain(known("network"));
  }
}

/** @param {string} html */
function show(html) {
  review?.end();
  byId("result").replaceChildren(parse(html));
  enter("result");
  const reader = /** @type {HTMLElement} */ (document.querySelector(".reader"));
  for (const button of all("[data-do=edit]", reader)) button.hidden = draft?.name !== null;
  review = new Review(reader);
  if (earlier && earlier !== review.digest) review.carry(earlier);
  earlier = "";
  document.title = [review.title, "riskscan"].filter(Boolean).join(" — ");
  announce(say("done", { count: review.findings.cards.length }));
  byId("title").focus({ preventScroll: true });
}

/** Back to the form, with the text that was checked. */
function compose() {
  review?.end();
  review = null;
  byId("result").replaceChildren();
  if (draft?.name === null) byId("text").value = draft.text;
  enter("compose");
  count();
  byId("text").focus();
}

function count() {
  const characters = length(byId("text").value);
  byId("count").textContent = say("count", { count: number(characters), limit: number(limit) });
  byId("count").classList.toggle("over", characters > limit);
}

/** @param {FileList | null | undefined} files */
function open(files) {
  if (!files?.length) return;
  if (files.length > 1) toast(say("one.file"));
  check({ name: files[0].name, file: files[0], view: byId("view").value });
}

/** @param {string} format */
async function exportAs(format) {
  if (!draft || !review) return;
  complain(null);
  try {
    const answer = await ask(`/export/${format}`, form(draft, review.json));
    const name = save(await answer.blob(), review.title, format);
    toast(say("exported", { name }));
    for (const menu of all("details.export")) menu.open = false;
  } catch (error) {
    complain(error instanceof Refusal ? error.shown : known("network"));
    for (const row of all("#problems .row")) row.hidden = true;
  }
}

/** @type {Record<string, (event: Event) => void>} */
const actions = {
  theme: toggleTheme,
  help: () => byId("help").showModal(),
  cancel: () => running?.abort(),
  retry: () => draft && check(draft),
  forget: () => review?.forget(),
  all: () => review?.showAll(),
  new: () => draft && forget(),
  clear() {
    byId("text").value = "";
    forget();
    complain(null);
    count();
    byId("text").focus();
  },
  edit() {
    earlier = review?.digest ?? "";
    compose();
  },
};

function begin() {
  document.documentElement.classList.add("js");
  for (const button of all("button[data-do][hidden]")) button.hidden = false;
  addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    const asked = /** @type {HTMLElement | null} */ (target.closest("[data-do]"));
    if (asked) actions[asked.dataset.do ?? ""]?.(event);
    const exported = /** @type {HTMLElement | null} */ (target.closest("[data-export]"));
    if (exported) exportAs(exported.dataset.export ?? "");
    const pane = /** @type {HTMLElement | null} */ (target.closest(".panes button"));
    if (pane) review?.showPane(pane.dataset.pane ?? "");
  });
  byId("compose").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    check({ name: null, text: byId("text").value });
  });
  byId("text").addEventListener("input", count);
  byId("file").addEventListener("change", () => {
    open(byId("file").files);
    byId("file").value = "";
  });
  byId("help").addEventListener("click", (/** @type {Event} */ event) => {
    if (event.target === byId("help")) byId("help").close();
  });
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dragging");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dragging");
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.remove("dragging");
    if (document.body.dataset.state === "compose") open(event.dataTransfer?.files);
  });
  addEventListener("pagehide", () => {
    if (document.body.dataset.state === "compose") keepTyped(byId("text").value);
  });
  listen({
    next: () => review?.next(),
    previous: () => review?.previous(),
    accept: () => review?.accept(),
    reject: () => review?.reject(),
    reason: (place) => review?.reason(place),
    note: () => review?.note(),
    undo: () => review?.undo(),
    help: () => byId("help").showModal(),
  });
  const before = kept();
  if (before && before.name !== null) byId("view").value = before.view;
  if (before) check(before);
  else byId("text").value ||= typed();
  count();
}

if (byId("compose")) begin(); // a page that came with its result was asked for without scripts
