// The page of two texts: it works without this; here are the theme, file names and "please wait".

import { all, byId } from "/static/dom.js";
import { toggleTheme } from "/static/theme.js";

document.documentElement.classList.add("js");
for (const button of all("[data-do=theme]")) {
  button.hidden = false;
  button.addEventListener("click", toggleTheme);
}
for (const input of all("input[type=file]")) {
  const label = input.parentElement.querySelector("span");
  const words = label.textContent;
  input.addEventListener("change", () => {
    label.textContent = input.files.length ? input.files[0].name : words;
  });
}
byId("pair").addEventListener("submit", () => {
  byId("submit").disabled = true;
  byId("submit").textContent = byId("pair").dataset.busy;
  byId("status").textContent = byId("pair").dataset.busy;
});
addEventListener("pageshow", (event) => event.persisted && location.reload());
byId("comparison-title")?.focus();
