// The conversation: entries become bubbles, kept in order and changed in place.
import { $, avatar, botAvatar, dialog, h, hue, icon, size } from "./dom.js";
import { plain, sorted, state } from "./state.js";
import { clock, day, moment, t } from "./words.js";

export const QUICK = ["👍", "💪", "🎉", "❤️"];
const NEAR = 5 * 60 * 1000;
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}[\u{1F3FB}-\u{1F3FF}]?\uFE0F?(?:\u200D\p{Extended_Pictographic}\uFE0F?)*\s*){1,3}$/u;

/** `actions`: press, react, reply, edit, remove, retry, status(entry). */
export class Log {
  constructor(actions) {
    this.actions = actions;
    this.list = $("log");
    this.nodes = new Map(); // id -> {node, key}
    this.chat = null;
  }

  show(chat, pending, fresh = false) {
    if (this.chat !== chat.chat) {
      this.nodes.clear();
      this.list.replaceChildren();
      this.chat = chat.chat;
    }
    const entries = sorted(chat);
    const ghosts = pending.filter(({ item }) => !chat.entries.has(item.id)).map(ghost);
    this.arrange([...entries, ...ghosts], chat, fresh);
  }

  arrange(entries, chat, fresh) {
    const wanted = [];
    let before = null;
    entries.forEach((entry, at) => {
      const date = new Date(entry.at).toDateString();
      if (before === null || new Date(before.at).toDateString() !== date) wanted.push(this.divider(date, entry));
      const node = this.node(entry, chat, fresh);
      const after = entries[at + 1];
      node.classList.toggle("next", together(before, entry));
      node.classList.toggle("tail", !after || !together(entry, after));
      wanted.push(node);
      before = entry;
    });
    reconcile(this.list, wanted);
    const ids = new Set(entries.map((entry) => entry.id));
    for (const id of this.nodes.keys()) if (!ids.has(id) && !id.startsWith("day ")) this.nodes.delete(id);
  }

  divider(date, entry) {
    const id = `day ${date}`;
    const text = day(entry.at);
    const known = this.nodes.get(id);
    if (known?.key === text) return known.node;
    const node = h("li", { class: "day" }, text);
    this.nodes.set(id, { node, key: text });
    return node;
  }

  node(entry, chat, fresh) {
    const status = this.actions.status(entry);
    const key = `${entry.rev}/${status}/${document.documentElement.lang}`;
    const known = this.nodes.get(entry.id);
    if (known?.key === key) return known.node;
    const node = bubble(entry, chat, status, this.actions);
    if (fresh && !known) node.classList.add("fresh");
    if (known?.node.classList.contains("open")) node.classList.add("open");
    this.nodes.set(entry.id, { node, key });
    return node;
  }

  jump(id) {
    const node = this.nodes.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("flash");
    requestAnimationFrame(() => node.classList.add("flash"));
  }
}

const ghost = ({ item }) => ({
  id: item.id, seq: Infinity, rev: 0, at: new Date(item.put).toISOString(), author: state.me, spans: [{ t: item.text }],
  buttons: [], files: item.fileCards ?? [], reactions: {}, reply_to: item.reply_to ?? null,
});

function together(one, two) {
  if (!one || new Date(one.at).toDateString() !== new Date(two.at).toDateString()) return false;
  return (one.author?.uid ?? null) === (two.author?.uid ?? null) && new Date(two.at) - new Date(one.at) < NEAR;
}

/** Makes the list hold exactly these nodes in this order, touching only what differs (focus and animations survive). */
function reconcile(list, wanted) {
  const keep = new Set(wanted);
  for (const node of [...list.children]) if (!keep.has(node)) node.remove();
  wanted.forEach((node, at) => { if (list.children[at] !== node) list.insertBefore(node, list.children[at] ?? null); });
}

export function spans(parts) {
  return parts.map(({ t: text, s: style, u: url }) => {
    if (style === "bold") return h("strong", {}, text);
    if (style === "italic") return h("em", {}, text);
    if (style === "code") return h("code", {}, text);
    if (style === "link") return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
    return document.createTextNode(text);
  });
}

function bubble(entry, chat, status, actions) {
  const mine = entry.author?.uid === state.me.uid;
  const name = entry.author ? entry.author.name : t("web-coach");
  const kind = entry.author ? (mine ? "mine" : "other") : "bot";
  const node = h("li", { class: `msg ${kind}${entry.deleted ? " gone" : ""}`, "data-id": entry.id });
  if (!mine) node.append(entry.author ? avatar(name, entry.author.uid) : botAvatar());
  const body = h("div", { class: "body" });
  body.append(entry.author || chat.kind === "group" ? h("div", { class: "who", dir: "auto" }, name) : h("span", { class: "sr" }, `${name}: `));
  if (entry.author) body.firstChild.style.setProperty("--hue", hue(entry.author.uid));
  if (entry.deleted) body.append(h("div", { class: "bubble" }, t("web-deleted")));
  else body.append(...content(entry, chat, actions));
  body.append(meta(entry, mine, status, actions));
  node.append(body);
  if (!entry.deleted && entry.seq !== Infinity) node.append(tools(entry, mine, actions));
  node.addEventListener("click", (event) => {
    if (!matchMedia("(hover: none)").matches || event.target.closest("a, button, img")) return;
    for (const other of document.querySelectorAll(".msg.open")) if (other !== node) other.classList.remove("open");
    node.classList.toggle("open");
  });
  return node;
}

function content(entry, chat, actions) {
  const parts = [];
  const text = plain(entry);
  const pictures = entry.files.filter((file) => file.image);
  const files = entry.files.filter((file) => !file.image);
  if (text || entry.reply_to) {
    const emoji = entry.author && !entry.reply_to && EMOJI_ONLY.test(text);
    parts.push(h("div", { class: `bubble${emoji ? " only-emoji" : ""}` }, quote(entry, chat, actions), spans(entry.spans)));
  }
  if (pictures.length) parts.push(h("div", { class: "pics" }, pictures.map(picture)));
  parts.push(...files.map(card));
  if (entry.buttons.length) parts.push(buttons(entry, actions));
  const faces = Object.entries(entry.reactions);
  if (faces.length) parts.push(h("div", { class: "reacts" }, faces.map(([emoji, who]) => reaction(entry, emoji, who, chat, actions))));
  return parts;
}

function quote(entry, chat, actions) {
  if (!entry.reply_to) return null;
  const source = chat.entries.get(entry.reply_to);
  if (!source) return h("span", { class: "quote" }, t("web-earlier-message"));
  const name = source.author ? source.author.name : t("web-coach");
  const text = source.deleted ? t("web-deleted") : plain(source) || t("web-picture");
  return h("button", { class: "quote", type: "button", onclick: () => actions.jump(source.id) }, h("b", {}, name), text.slice(0, 140));
}

function picture(file) {
  const image = h("img", { src: file.url, alt: file.alt || t("web-picture"), loading: "lazy" });
  image.addEventListener("error", () => image.closest("a")?.replaceWith(gone(file)));
  image.addEventListener("load", () => image.dispatchEvent(new CustomEvent("grown", { bubbles: true })));
  return h("a", { href: file.url, target: "_blank", rel: "noopener", onclick: (event) => { event.preventDefault(); enlarge(file); } }, image);
}

const gone = (file) => h("span", { class: "card" }, h("span", {}, icon("file")), h("span", {}, h("b", {}, file.name), h("small", {}, t("web-file-gone"))));

function enlarge(file) {
  dialog((close) => [
    h("h2", { id: "dialog-title", class: "sr" }, file.alt || t("web-picture")),
    h("button", { class: "sr", onclick: () => close() }, t("web-close")),
    h("img", { src: file.url, alt: file.alt || t("web-picture"), onclick: () => close() }),
  ], "light");
}

const card = (file) => h("a", { class: "card", href: file.url, download: file.name }, h("span", {}, icon("file")),
  h("span", {}, h("b", { dir: "auto" }, file.name), h("small", {}, `${size(file.size)} · ${t("web-download")}`)));

function buttons(entry, actions) {
  return h("div", { class: "rows" }, entry.buttons.map((row) => h("div", { class: "row" }, row.map((button) => {
    const style = button.style === "normal" ? "act" : `act ${button.style}`;
    if (button.url) return h("a", { class: style, href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.label);
    const node = h("button", { class: style, type: "button", "data-action": button.action }, button.label);
    node.addEventListener("click", () => {
      if (node.getAttribute("aria-busy") === "true") return;
      node.setAttribute("aria-busy", "true");
      actions.press(entry, button, node);
    });
    return node;
  }))));
}

function reaction(entry, emoji, who, chat, actions) {
  const own = who.includes(state.me.uid);
  const names = who.map((uid) => (uid === "bot" ? t("web-coach") : chat.members?.find((member) => member.uid === uid)?.name ?? t("web-you")));
  return h("button", { type: "button", "aria-pressed": String(own), title: names.join(", "), "aria-label": `${emoji} ${names.join(", ")}`,
    onclick: () => actions.react(entry, emoji, own) }, who.length > 1 ? `${emoji} ${who.length}` : emoji);
}

function meta(entry, mine, status, actions) {
  const time = h("time", { datetime: entry.at, title: moment(entry.at) }, clock(entry.at));
  if (status === "failed") {
    return h("div", { class: "meta fail" }, t("web-failed"), h("button", { type: "button", onclick: () => actions.retry(entry.id) }, t("web-retry")));
  }
  if (status === "waiting") return h("div", { class: "meta wait", role: "status" }, icon("clock"), t("web-waiting"));
  const edited = entry.edited && !entry.deleted ? `${t("web-edited")} · ` : null;
  if (!mine || entry.deleted) return h("div", { class: "meta plain" }, edited, time);
  const sign = icon(status === "pending" ? "clock" : "check");
  return h("div", { class: "meta plain", "data-status": status ?? "delivered" }, edited, time, sign, h("span", { class: "sr" }, t(status === "pending" ? "web-pending" : "web-delivered")));
}

function tools(entry, mine, actions) {
  const tool = (label, content, run) => h("button", { type: "button", title: label, "aria-label": label, onclick: (event) => {
    event.currentTarget.closest(".msg").classList.remove("open");
    run();
  } }, content);
  const quick = mine ? [] : QUICK.map((emoji) => {
    const own = entry.reactions[emoji]?.includes(state.me.uid) ?? false;
    return tool(t("web-react", { name: emoji }), emoji, () => actions.react(entry, emoji, own));
  });
  const own = mine ? [entry.raw ? tool(t("web-edit"), icon("edit"), () => actions.edit(entry)) : null, tool(t("web-delete"), icon("trash"), () => actions.remove(entry))] : [];
  return h("div", { class: "tools" }, quick, tool(t("web-reply"), icon("reply"), () => actions.reply(entry)), own.filter(Boolean));
}

/** The bubble of an answer that is being written: dots, or the text so far. */
export function draftBubble(live) {
  const inner = live.spans?.length ? spans(live.spans) : h("span", { class: "dots" }, h("i"), h("i"), h("i"));
  return h("div", { class: "msg bot tail" }, botAvatar(), h("div", { class: "body" }, h("div", { class: "bubble" }, inner)));
}
