// Where a person writes: text, files, commands, replies and edits.
import { $, h, icon, toast } from "./dom.js";
import { read } from "./net.js";
import { state, uuid } from "./state.js";
import { lang, t } from "./words.js";

const text = $("text"), suggest = $("suggest"), attached = $("attached");
let chat = null, context = null, files = [], chosen = -1, send = null;

export function setup(sending) {
  send = sending;
  $("composer").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  text.addEventListener("input", changed);
  text.addEventListener("keydown", keys);
  text.addEventListener("paste", (event) => { if (event.clipboardData.files.length) { event.preventDefault(); add(event.clipboardData.files); } });
  text.addEventListener("blur", () => setTimeout(hide, 150));
  $("attach").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", (event) => { add(event.target.files); event.target.value = ""; });
  $("context-close").addEventListener("click", clear);
  dropping();
}

export function enter(next) {
  const early = chat ? "" : text.value; // typed before the chat was there
  if (chat) chat.text = context?.edit ? "" : text.value;
  if (chat !== next) { files = []; clear(); }
  chat = next;
  text.value = early || chat.text || "";
  showFiles();
  hint();
  changed();
}

export function hint() {
  const last = chat?.last;
  const ask = last && !last.author ? last.ask : null;
  text.placeholder = ask || t(chat?.kind === "group" ? "web-placeholder-room" : "web-placeholder");
  text.setAttribute("aria-label", text.placeholder);
}

export const focus = () => { if (!matchMedia("(hover: none)").matches) text.focus(); };

export function reply(entry) {
  set({ reply: entry.id }, t("web-replying", { name: entry.author ? entry.author.name : t("web-coach") }));
}

export function edit(entry) {
  set({ edit: entry.id }, t("web-editing"));
  text.value = entry.raw;
  changed();
}

function set(next, words) {
  context = next;
  $("context").hidden = false;
  $("context-text").textContent = words;
  text.focus();
}

function clear() {
  if (context?.edit) text.value = "";
  context = null;
  $("context").hidden = true;
  changed();
}

export function changed() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
  $("send").setAttribute("aria-disabled", String(!text.value.trim() && !files.length));
  commands();
}

function keys(event) {
  // a key that only confirms what an input method composes is not ours
  if (event.isComposing || event.keyCode === 229) return;
  const options = suggest.hidden ? [] : [...suggest.children];
  if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    mark((chosen + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length);
  } else if (options.length && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey && chosen >= 0) {
    event.preventDefault();
    options[chosen].click();
  } else if (event.key === "Escape") {
    if (options.length) hide();
    else if (context) clear();
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit();
  }
}

function submit() {
  const words = text.value.trim();
  if ((!words && !files.length) || files.some((file) => file.busy)) return;
  if ([...words].length > state.limits.text) return toast(t("web-too-long", { limit: state.limits.text.toLocaleString(lang) }));
  if (context?.edit) send({ t: "edit", id: uuid(), chat: chat.chat, message: context.edit, text: words });
  else send({ t: "say", id: uuid(), chat: chat.chat, text: words, reply_to: context?.reply ?? null, files: files.map((file) => file.id), fileCards: files.map((file) => file.card) });
  files = [];
  text.value = chat.text = "";
  showFiles();
  context = null;
  $("context").hidden = true;
  changed();
}

// ---- commands
function commands() {
  const typed = /^[/／]([\p{L}\d_]*)$/u.exec(text.value);
  const found = typed && chat ? state.menu.filter((item) => item.name.startsWith(typed[1].toLowerCase()) && (item.in_groups || chat.kind !== "group")) : [];
  if (!found.length) return hide();
  suggest.replaceChildren(...found.map((item, at) => h("div", { role: "option", id: `option-${at}`, "aria-selected": "false",
    onmousedown: (event) => event.preventDefault(), onclick: () => take(item) }, h("b", {}, `/${item.name}`), h("span", {}, item.descriptions[lang] ?? item.descriptions.en))));
  suggest.hidden = false;
  text.setAttribute("aria-expanded", "true");
  mark(0);
}

function mark(at) {
  chosen = at;
  [...suggest.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === at)));
  suggest.children[at]?.scrollIntoView({ block: "nearest" });
  text.setAttribute("aria-activedescendant", `option-${at}`);
}

function hide() {
  suggest.hidden = true;
  chosen = -1;
  text.setAttribute("aria-expanded", "false");
  text.removeAttribute("aria-activedescendant");
}

function take(item) {
  hide();
  text.value = `/${item.name}${item.takes_text ? " " : ""}`;
  if (item.takes_text) { text.focus(); changed(); }
  else submit();
}

// ---- files
async function add(list) {
  for (const file of list) {
    const limit = file.type.startsWith("image/") ? state.limits.image : state.limits.file;
    if (file.size > limit) toast(t("web-too-big", { name: file.name, size: Math.floor(limit / 1048576) }));
    else if (!file.size) toast(t("web-file-empty", { name: file.name }));
    else if (files.length < state.limits.files) await upload(file);
  }
}

async function upload(file) {
  const entry = { busy: true, name: file.name, preview: file.type.startsWith("image/") ? URL.createObjectURL(file) : null };
  files.push(entry);
  showFiles();
  try {
    const query = new URLSearchParams({ chat: chat.chat, name: file.name });
    entry.card = await read(await fetch(`/api/upload?${query}`, { method: "POST", body: file, headers: { "X-Jiayou": "1", "Content-Type": file.type || "application/octet-stream" } }));
    entry.id = entry.card.id;
    entry.busy = false;
  } catch (error) {
    files = files.filter((other) => other !== entry);
    toast(error.why === "quota" ? t("web-quota") : error.why === "too_big" ? t("web-too-big", { name: file.name, size: Math.floor(state.limits.file / 1048576) }) : t("web-failed-action"));
  }
  showFiles();
  changed();
}

function showFiles() {
  attached.hidden = !files.length;
  attached.replaceChildren(...files.map((file) => h("span", { class: file.busy ? "busy" : "" },
    file.preview ? h("img", { src: file.preview, alt: "" }) : icon("file"), h("b", {}, file.name),
    h("button", { type: "button", class: "icon", "aria-label": t("web-attach-remove", { name: file.name }), onclick: () => {
      files = files.filter((other) => other !== file);
      showFiles();
      changed();
    } }, icon("close")))));
}

function dropping() {
  const main = $("main");
  let depth = 0;
  const over = (by) => { depth = Math.max(0, depth + by); main.classList.toggle("drop", depth > 0); main.dataset.drop = t("web-drop"); };
  main.addEventListener("dragenter", (event) => { if (event.dataTransfer.types.includes("Files")) over(1); });
  main.addEventListener("dragleave", () => over(-1));
  main.addEventListener("dragover", (event) => event.preventDefault());
  main.addEventListener("drop", (event) => { event.preventDefault(); depth = 0; over(0); add(event.dataTransfer.files); });
}
