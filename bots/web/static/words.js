// The page's words, served by language. `t` fills `{name}`s; nothing here is ever parsed as HTML.
const SUPPORTED = ["en", "zh-Hans"];
let table = {};
export let lang = "en";

export function firstLanguage() {
  const saved = localStorage.getItem("jiayou.lang");
  if (SUPPORTED.includes(saved)) return saved;
  const own = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag)) ?? "en";
  return own.toLowerCase().startsWith("zh") ? "zh-Hans" : "en";
}

export async function speak(language) {
  const answer = await fetch(`/api/words/${language}`);
  if (!answer.ok) throw new Error(`words: ${answer.status}`);
  table = await answer.json();
  lang = language;
  localStorage.setItem("jiayou.lang", language);
  document.documentElement.lang = language;
  apply(document);
}

export function t(id, values = {}) {
  const pattern = table[id] ?? id;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

export function apply(root) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.matches("button")) node.title = t(node.dataset.label);
  }
}

const formats = new Map();
function format(options) {
  const key = lang + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(lang, options));
  return formats.get(key);
}

export const clock = (at) => format({ hour: "numeric", minute: "2-digit" }).format(new Date(at));
export const moment = (at) => format({ dateStyle: "full", timeStyle: "short" }).format(new Date(at));

export function day(at) {
  const date = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(date).setHours(0, 0, 0, 0)) / 864e5);
  if (days === 0) return t("web-today");
  if (days === 1) return t("web-yesterday");
  const sameYear = date.getFullYear() === new Date().getFullYear();
  return format({ weekday: "long", month: "long", day: "numeric", ...(sameYear ? {} : { year: "numeric" }) }).format(date);
}
