// Questions to the server. Whatever goes wrong comes back as a problem to show, in the page's words.

import { byId, parse } from "/static/dom.js";

/** Thrown for an answer that is none; `shown` says why, in the language of the page. */
export class Refusal extends Error {
  /** @param {DocumentFragment} shown */
  constructor(shown) {
    super("refused");
    this.shown = shown;
  }
}

/**
 * The answer to a form; throws Refusal, or AbortError when the signal ends it.
 * @param {string} address
 * @param {FormData} body
 * @param {AbortSignal} [signal]
 */
export async function ask(address, body, signal) {
  const ui = document.documentElement.lang;
  let answer;
  try {
    answer = await fetch(`${address}?ui=${ui}`, { method: "POST", body, signal });
    if (answer.ok) return { html: () => answer.text(), blob: () => answer.blob() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(known("network"));
  }
  const spoken = answer.headers.get("Content-Type")?.startsWith("text/html");
  const shown = spoken ? parse(await answer.text()) : known("network");
  name(shown, answer.headers.get("X-Request-ID"));
  throw new Refusal(shown);
}

/**
 * A problem found out without asking the server.
 * @param {"network" | "empty" | "long" | "large"} kind
 * @returns {DocumentFragment}
 */
export const known = (kind) => byId(`problem-${kind}`).content.cloneNode(true);

/** @param {DocumentFragment} shown @param {string | null} request */
function name(shown, request) {
  const place = shown.querySelector(".request");
  const kind = shown.querySelector(".problem")?.getAttribute("data-kind");
  if (!place || !request || (kind !== "server" && kind !== "network")) return;
  /** @type {HTMLElement} */ (place).hidden = false;
  /** @type {HTMLElement} */ (place.querySelector("code")).textContent = request;
}
