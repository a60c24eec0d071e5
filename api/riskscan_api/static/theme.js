// Light or dark: the system's choice until the expert makes one, which a cookie then remembers.

const YEAR = 365 * 24 * 3600;
const root = document.documentElement;

export function toggleTheme() {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
  root.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=strict`;
}
