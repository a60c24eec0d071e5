// The reviewed list, or the draft with comments, becomes a file on the expert's disk.

import { say } from "/static/words.js";

const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/g;
const LONGEST = 70;

/**
 * Save the file under a name made of the act's title; the name.
 * @param {Blob} file
 * @param {string} title
 * @param {string} format
 */
export function save(file, title, format) {
  const words = title.replace(FORBIDDEN, " ").replace(/\s+/g, " ").slice(0, LONGEST).trim();
  const [suffix, ofCopy] = format.split("-");
  const kind = ofCopy ? say("file.copy") : say("file.name");
  const name = `${[kind, words].filter(Boolean).join(" — ")}.${suffix}`;
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
