// The page: a text goes to /analyze, the report comes back, clicks lead from one to the other.

import { Wording, element, renderReport } from "/static/report.js";

const $ = (id) => document.getElementById(id);
const root = document.documentElement;
const limit = Number(root.dataset.limit);
const strings = await (await fetch("/static/strings.json")).json();

let wording = new Wording(root.lang, strings[root.lang]);
let shown = null; // the text of the report on screen
let running = null; // the AbortController of the check under way
let failure = null; // the error on screen, so that it can be said in another language

/** Code points, as the server counts them. */
function length(text) {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) ?? []).length;
}

function count() {
  const characters = length($("text").value);
  $("count").textContent = wording.say("input.count", {
    count: wording.number(characters),
    limit: wording.number(limit),
  });
  $("count").classList.toggle("over", characters > limit);
}

function complain(kind, values = {}) {
  failure = kind && { kind, values };
  $("problem").hidden = !kind;
  if (!kind) return;
  const filled = { ...values, limit: wording.number(limit) };
  $("cause").textContent = `${wording.say("error.title")}. ${wording.say(`error.${kind}`, filled)}`;
  $("remedy").textContent = wording.say(`error.${kind}.remedy`, filled);
}

/** Which of our errors a refused answer is. */
function kindOf(status) {
  const kinds = { 413: "long", 503: "busy", 504: "slow" };
  return kinds[status] ?? (status >= 500 ? "server" : "refused");
}

async function check(text) {
  complain(null);
  if (!text.trim()) return complain("empty");
  if (length(text) > limit) return complain("long");
  running?.abort();
  const mine = (running = new AbortController());
  busy(true);
  try {
    const answer = await fetch("/analyze", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text, ui: wording.ui }),
      signal: mine.signal,
    });
    if (answer.ok) show(await answer.json(), text);
    else complain(kindOf(answer.status), { request: answer.headers.get("X-Request-ID") ?? "" });
  } catch (error) {
    if (error.name === "AbortError") $("status").textContent = wording.say("cancelled");
    else complain("network");
  } finally {
    if (running === mine) busy(false);
  }
}

function busy(yes) {
  if (!yes) running = null;
  $("submit").disabled = yes;
  $("submit").textContent = wording.say(yes ? "busy" : "input.submit");
  $("cancel").hidden = !yes;
  if (yes) $("status").textContent = wording.say("busy");
}

function show(report, text) {
  shown = text;
  const again = element("button", { type: "button" }, wording.say("again"));
  again.addEventListener("click", edit);
  $("result").replaceChildren(...renderReport(report, text, wording, again));
  $("result").hidden = false;
  $("compose").hidden = true;
  $("colophon").textContent = wording.colophon(report);
  const signed = report.findings.filter(({ tier }) => tier === 1).length;
  $("status").textContent = wording.say("done", { count: signed });
  $("summary").focus();
}

function edit() {
  shown = null;
  $("result").replaceChildren();
  $("result").hidden = true;
  $("compose").hidden = false;
  $("colophon").textContent = "";
  $("text").focus();
}

/** Mark a finding in the list and in the text, and bring `target` into view. */
function choose(number, target) {
  for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
  const card = $(`f${number}`);
  const marks = document.querySelectorAll("mark[data-findings]");
  for (const mark of marks) {
    if (mark.dataset.findings.split(" ").includes(number)) mark.classList.add("chosen");
  }
  card.classList.add("chosen");
  card.closest("details").open = true;
  target.scrollIntoView({ block: target === card ? "start" : "center" });
  target.focus({ preventScroll: true });
}

function follow(event) {
  const badge = event.target.closest("a.number");
  const mark = event.target.closest("mark[data-findings]");
  if (badge) {
    event.preventDefault();
    choose(badge.hash.slice(2), $(badge.hash.slice(1)));
  } else if (mark && getSelection().isCollapsed) {
    const [number] = mark.dataset.findings.split(" ");
    choose(number, $(`f${number}`));
  }
}

function speak(ui) {
  wording = new Wording(ui, strings[ui]);
  root.lang = ui;
  history.replaceState(null, "", `?ui=${ui}`);
  for (const each of document.querySelectorAll("[data-words]")) {
    each.textContent = wording.say(each.dataset.words);
  }
  const placeholder = document.querySelector("[data-words-placeholder]");
  placeholder.placeholder = wording.say(placeholder.dataset.wordsPlaceholder);
  const languages = document.querySelector(".languages");
  languages.setAttribute("aria-label", wording.say(languages.dataset.wordsLabel));
  for (const button of languages.children) {
    button.setAttribute("aria-pressed", String(button.value === ui));
  }
  count();
  if (failure) complain(failure.kind, failure.values);
  if (shown !== null) check(shown);
}

$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  check(text.toWellFormed?.() ?? text);
});
$("text").addEventListener("input", count);
$("cancel").addEventListener("click", () => running?.abort());
$("clear").addEventListener("click", () => {
  $("text").value = "";
  complain(null);
  count();
  $("text").focus();
});
$("result").addEventListener("click", follow);
document.querySelector(".languages").addEventListener("click", (event) => {
  if (event.target.value) speak(event.target.value);
});
count();
