// A report as elements. Words of the draft only ever enter the page as text nodes.

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const SEVERITIES = ["low", "medium", "high", "critical"];
const TIERS = [1, 2, 3];

const visible = (text) => text.replace(CONTROLS, "\ufffd");
const oneLine = (text) => visible(text.split(/\s+/).join(" ").trim());

/** An element with attributes and children; null children are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

/** Everything said about a report in one language; `strings` is that language's table. */
export class Wording {
  constructor(ui, strings) {
    this.ui = ui;
    this.strings = strings;
  }

  say(key, values = {}) {
    return this.strings[key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  }

  name(family, code) {
    return this.strings[`${family}.${code}`] ?? String(code);
  }

  number(value) {
    // Not every browser knows Kazakh numbers; they are written as Russian ones.
    return value.toLocaleString(this.ui === "en" ? "en" : "ru", { maximumFractionDigits: 2 });
  }

  percent(value) {
    return `${Math.round(value * 100)}\u00a0%`;
  }

  address({ provision, language }) {
    const found = [this.ui, language, "ru"].find((code) => provision.citation[code]);
    return found ? oneLine(provision.citation[found]) : this.say("address.document");
  }

  basis(finding) {
    return finding.basis
      .filter(({ kind }) => kind === "law")
      .map(({ title, item }) => {
        const [article, ...point] = item.split(".");
        const parts = [title, this.say("basis.article", { number: article })];
        if (point.length) parts.push(this.say("basis.point", { number: point.join(".") }));
        return parts.join(", ");
      });
  }

  evidence({ role, element: kind, verdict, where, quote, note }) {
    const places = where.join(", ");
    const values = {
      quote: oneLine(quote ?? ""),
      role: this.name("role", kind || note),
      what: note || [kind, places].filter(Boolean).join(", "),
      where: places,
    };
    const key = [`evidence.${role}.${verdict}`, `evidence.${role}`].find((k) => k in this.strings);
    return key ? this.say(key, values) : `${role}: ${note || values.quote}`;
  }

  counted(family, counts) {
    return [...counts].map(([code, count]) => `${this.name(family, code)} (${count})`).join(", ");
  }

  ledger({ ledger, document: { unread } }) {
    const lines = [this.say("ledger.checked", { count: this.number(ledger.provisions_checked) })];
    const skipped = new Map();
    for (const { reason } of ledger.skipped) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    if (skipped.size) lines.push(this.say("ledger.skipped", { list: this.counted("skipped", skipped) }));
    if (ledger.incomplete) lines.push(this.say("ledger.incomplete", { reason: ledger.incomplete }));
    const notices = unread.map(({ what, count }) => [what, count]);
    if (notices.length) lines.push(this.say("unread", { list: this.counted("unread", notices) }));
    return lines;
  }

  colophon({ engine, ruleset: { version, digest } }) {
    return this.say("colophon", { engine, version, digest: digest.replace("sha256:", "").slice(0, 12) });
  }
}

/** The whole result: summary, text with marks, findings by tier. */
export function renderReport(report, text, wording, again) {
  const numbered = [...report.findings]
    .sort((one, other) => one.tier - other.tier)
    .map((finding, index) => ({ ...finding, number: index + 1 }));
  return [
    summary(report, numbered, wording, again),
    element(
      "section",
      { class: "text", "aria-labelledby": "document" },
      element("h2", { id: "document", class: "aside" }, wording.say("document")),
      element("div", { class: "lines" }, ...lines(text, numbered, wording)),
    ),
    findings(numbered, wording),
  ];
}

function summary(report, numbered, wording, again) {
  const figure = (value, label, hint, href) => {
    const parts = [element("b", {}, value), " ", element("span", { title: hint }, label)];
    return href ? element("a", { href }, ...parts) : parts;
  };
  const { summary: figures } = report;
  const counts = TIERS.map((tier) => {
    const count = numbered.filter((finding) => finding.tier === tier).length;
    const label = wording.name("tier", tier);
    const hint = wording.say(`tier.${tier}.hint`);
    return element("li", { class: `tier${tier}` }, figure(String(count), label, hint, count && `#tier${tier}`));
  });
  const certainty = figures.normative_certainty;
  const terms = figures.risk_terms
    .filter((term) => term.findings)
    .reverse()
    .map(({ severity, findings: count, weight, confidence }) =>
      element("li", {}, wording.say("index.term", {
        severity: wording.name("severity", severity),
        findings: count,
        weight,
        confidence: wording.number(confidence),
      })),
    );
  const { title, words, provisions } = report.document;
  const facts = wording.say("facts", { provisions: wording.number(provisions), words: wording.number(words) });
  return element(
    "section",
    { class: "summary", "aria-labelledby": "summary" },
    element("h2", { id: "summary", tabindex: "-1" }, oneLine(title) || wording.say("untitled")),
    element(
      "ul",
      { class: "figures" },
      counts,
      element("li", {}, figure(String(figures.risk_index), wording.say("index"), wording.say("index.hint"))),
      certainty === null ? null : element("li", {},
        figure(wording.percent(certainty), wording.say("certainty"), wording.say("certainty.hint"))),
    ),
    element("p", { class: "facts" }, [`${facts}.`, ...wording.ledger(report)].join(" ")),
    terms.length === 0 ? null : element(
      "details",
      { class: "terms" },
      element("summary", {}, `${wording.say("index")}: ${wording.say("index.of", { index: figures.risk_index })}`),
      element("p", {}, wording.say("index.hint")),
      element("ul", {}, terms),
    ),
    element("p", { class: "row" }, again),
  );
}

function findings(numbered, wording) {
  const tiers = TIERS.map((tier) => {
    const found = numbered.filter((finding) => finding.tier === tier);
    if (found.length === 0) return null;
    const made = element(
      "details",
      { class: "tier", id: `tier${tier}` },
      element("summary", {}, element("span", {}, wording.name("tier", tier)), " ", element("b", {}, String(found.length))),
      element("p", { class: "hint" }, wording.say(`tier.${tier}.hint`)),
      found.map((finding) => card(finding, wording)),
    );
    made.open = tier === 1;
    return made;
  });
  const none = numbered.some((finding) => finding.tier === 1)
    ? null
    : element("p", { class: "none" },
        element("strong", {}, wording.say("none")), " ", wording.say("none.hint"));
  return element(
    "section",
    { class: "findings", "aria-labelledby": "findings" },
    element("h2", { id: "findings", class: "unseen" }, wording.say("findings")),
    none,
    tiers,
  );
}

function card(finding, wording) {
  const { number, severity } = finding;
  const badge = finding.start < finding.end
    ? link(number, `#m${number}`, `${wording.say("document")}: ${number}`)
    : element("span", { class: "number" }, String(number));
  return element(
    "article",
    { class: `finding tier${finding.tier} ${severity}`, id: `f${number}`, tabindex: "-1", "aria-labelledby": `t${number}` },
    element(
      "header",
      {},
      badge,
      element("h3", { id: `t${number}` }, visible(finding.title)),
      element(
        "p",
        { class: "meta" },
        element("span", { class: "address" }, wording.address(finding)),
        " · ",
        element("span", { class: "severity" }, wording.name("severity", severity)),
        ` · ${wording.say("confidence", { percent: Math.round(finding.confidence * 100) })}`,
      ),
    ),
    finding.quote ? element("blockquote", { lang: finding.language }, visible(finding.quote)) : null,
    element(
      "dl",
      {},
      part(wording.say("part.why"), [finding.explanation]),
      part(wording.say("part.redraft"), [finding.recommendation]),
      part(wording.say("part.basis"), wording.basis(finding)),
      part(wording.say("part.evidence"), finding.evidence.map((each) => wording.evidence(each))),
      part(wording.say("part.related"), finding.related.map(({ title }) => title)),
    ),
    element("p", { class: "rule" }, element("code", {}, finding.rule)),
  );
}

function part(name, words) {
  if (words.length === 0) return [];
  const body = words.length === 1
    ? visible(words[0])
    : element("ul", {}, words.map((each) => element("li", {}, visible(each))));
  return [element("dt", {}, name), element("dd", {}, body)];
}

function link(number, href, label) {
  return element("a", { class: "number", href, "aria-label": label }, String(number));
}

/** The text as paragraphs; marks are cut wherever a finding begins or ends, and at line ends. */
function lines(text, numbered, wording) {
  const unit = codeUnits(text);
  const spans = numbered
    .filter(({ start, end }) => start < end)
    .map((finding) => ({ ...finding, start: unit(finding.start), end: unit(finding.end) }));
  const bounds = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])];
  bounds.sort((one, other) => one - other);
  const made = [element("p")];
  let pending = [...spans].sort((one, other) => one.start - other.start);
  let live = [];
  for (let index = 0; index + 1 < bounds.length; index += 1) {
    const [start, end] = [bounds[index], bounds[index + 1]];
    live = live.filter((span) => span.end > start);
    while (pending.length && pending[0].start === start) {
      const [opened] = pending.splice(0, 1);
      live.push(opened);
      const badge = link(opened.number, `#f${opened.number}`, wording.say("finding", { number: opened.number }));
      badge.id = `m${opened.number}`;
      made.at(-1).append(badge);
    }
    text.slice(start, end).split("\n").forEach((words, ordinal) => {
      if (ordinal > 0) made.push(element("p"));
      if (words) made.at(-1).append(live.length ? mark(words, live) : visible(words));
    });
  }
  return made;
}

function mark(words, live) {
  const rank = ({ tier, severity }) => SEVERITIES.indexOf(severity) - 4 * tier;
  const [strongest] = [...live].sort((one, other) => rank(other) - rank(one));
  const numbers = [strongest, ...live.filter((span) => span !== strongest)].map((span) => span.number);
  const look = `tier${strongest.tier} ${strongest.severity}`;
  return element("mark", { class: look, "data-findings": numbers.join(" ") }, visible(words));
}

/** Reports count code points, strings here count UTF-16 units: a map from the one to the other. */
function codeUnits(text) {
  if (!/[\ud800-\udfff]/.test(text)) return (position) => position;
  const starts = [];
  for (let unit = 0; unit < text.length; unit += text.codePointAt(unit) > 0xffff ? 2 : 1) starts.push(unit);
  starts.push(text.length);
  return (position) => starts[position];
}
