// The expert's decisions about one text, in localStorage. Every decision has a key of its own, so
// two tabs never overwrite each other's; what another tab writes arrives as a storage event.

/** @typedef {{verdict: "accepted" | "rejected" | null, reason: string | null, note: string}} Decision */
/** @typedef {{id: string, before: Decision, after: Decision}} Change */

/** @type {Decision} */
const NONE = Object.freeze({ verdict: null, reason: null, note: "" });
const LONGEST_NOTE = 4000;

export class Decisions {
  /** @type {Map<string, string>} what could not be written, or is written: the tab's own memory */
  #memory = new Map();
  /** @type {Change[][]} */
  #done = [];
  #prefix;

  /**
   * @param {string} digest of the text
   * @param {{changed: (id: string) => void, lost: () => void}} told
   */
  constructor(digest, told) {
    this.#prefix = `riskscan.decision.${digest}.`;
    this.told = told;
  }

  /**
   * Listen to the other tabs until the signal ends it.
   * @param {AbortSignal} signal
   */
  follow(signal) {
    addEventListener(
      "storage",
      ({ key }) => {
        if (key?.startsWith(this.#prefix)) this.told.changed(key.slice(this.#prefix.length));
      },
      { signal },
    );
  }

  /** @param {string} id @returns {Decision} */
  of(id) {
    return sound(this.#read(id));
  }

  /**
   * Decide, so that it can be undone.
   * @param {string} id
   * @param {Partial<Decision>} part
   */
  decide(id, part) {
    this.#record([{ id, before: this.of(id), after: { ...this.of(id), ...part } }]);
  }

  /**
   * A note is saved as it is typed; the field has an undo of its own.
   * @param {string} id
   * @param {string} note
   */
  note(id, note) {
    this.#write(id, { ...this.of(id), note: note.slice(0, LONGEST_NOTE) });
  }

  /**
   * Forget the decisions about these findings; how many there were.
   * @param {string[]} ids
   */
  forget(ids) {
    const changes = ids
      .map((id) => ({ id, before: this.of(id), after: NONE }))
      .filter(({ before }) => isDecided(before));
    this.#record(changes);
    return changes.length;
  }

  /**
   * Take the last step back: its finding ids; null when there is none; "other" when another tab
   * has decided since, whose decision stands.
   * @returns {string[] | null | "other"}
   */
  undo() {
    const step = this.#done.pop();
    if (!step) return null;
    const own = step.filter(({ id, after }) => {
      const now = this.of(id);
      return now.verdict === after.verdict && now.reason === after.reason;
    });
    for (const { id, before } of own) {
      this.#write(id, { ...before, note: this.of(id).note || before.note });
    }
    return own.length ? own.map(({ id }) => id) : "other";
  }

  /**
   * Take over decisions about the same findings from an earlier wording of the text.
   * @param {string} digest
   * @param {string[]} ids
   */
  carry(digest, ids) {
    const earlier = new Decisions(digest, { changed() {}, lost() {} });
    const carried = ids.filter((id) => isDecided(earlier.of(id)) && !isDecided(this.of(id)));
    for (const id of carried) this.#write(id, earlier.of(id));
    return carried.length;
  }

  /**
   * The decisions about these findings, as the export wants them.
   * @param {string[]} ids
   */
  review(ids) {
    const decided = ids.map((id) => [id, this.of(id)]).filter(([, each]) => isDecided(each));
    return JSON.stringify({ decisions: Object.fromEntries(decided) });
  }

  /** @param {Change[]} step */
  #record(step) {
    if (!step.length) return;
    this.#done.push(step);
    for (const { id, after } of step) this.#write(id, after);
  }

  /** @param {string} id @param {Decision} decision */
  #write(id, decision) {
    const text = JSON.stringify(decision);
    this.#memory.set(id, text);
    try {
      if (isDecided(decision)) localStorage.setItem(this.#prefix + id, text);
      else localStorage.removeItem(this.#prefix + id);
      this.#memory.delete(id);
    } catch {
      this.told.lost();
    }
    this.told.changed(id);
  }

  /** @param {string} id */
  #read(id) {
    try {
      return this.#memory.get(id) ?? localStorage.getItem(this.#prefix + id);
    } catch {
      return this.#memory.get(id) ?? null;
    }
  }
}

/** @param {Decision} decision */
export const isDecided = ({ verdict, note }) => verdict !== null || note !== "";

/**
 * A stored decision, or none where something else was stored.
 * @param {string | null | undefined} text
 * @returns {Decision}
 */
function sound(text) {
  try {
    const { verdict, reason, note } = JSON.parse(text ?? "");
    if (!["accepted", "rejected", null].includes(verdict)) return NONE;
    return {
      verdict,
      reason: verdict === "rejected" && typeof reason === "string" ? reason : null,
      note: typeof note === "string" ? note.slice(0, LONGEST_NOTE) : "",
    };
  } catch {
    return NONE;
  }
}
