// Puts the page together: connection, chats, conversation, composer.
import * as composer from "./composer.js";
import { $, avatar, botAvatar, botFace, face, h, icon, toast } from "./dom.js";
import { Log, draftBubble } from "./messages.js";
import { get, Net } from "./net.js";
import * as rooms from "./rooms.js";
import { markSeen, merge, plain, setChats, state, uuid } from "./state.js";
import { clock, firstLanguage, lang, speak, t } from "./words.js";

const scroll = $("scroll");
const pressed = new Map(); // press id -> button node
let drawing = false, stick = true, wanted = null, fresh = false;

const net = new Net({
  frame: received,
  online: (up) => { clearTimeout(net.notice); net.notice = setTimeout(() => { $("offline").hidden = up; }, up ? 0 : 1500); },
  changed: draw,
});

const log = new Log({
  press(entry, button, node) {
    const id = uuid();
    const spoken = /^language:(en|zh-Hans)$/.exec(button.action);
    if (spoken && state.active === "dm") follow(spoken[1]);
    pressed.set(id, node);
    net.put({ t: "press", id, chat: state.active, message: entry.id, action: button.action });
  },
  react: (entry, emoji, removed) => net.put({ t: "react", id: uuid(), chat: state.active, message: entry.id, emoji, removed }),
  reply: composer.reply,
  edit: composer.edit,
  jump: (id) => log.jump(id),
  retry: (id) => net.retry(id),
  status: (entry) => net.state(entry.id),
  async remove(entry) {
    if (await rooms.sure(t("web-delete-ask"), t("web-delete"))) net.put({ t: "delete", id: uuid(), chat: state.active, message: entry.id });
  },
});

const active = () => state.chats.get(state.active);

// ---- what the server says
function received(frame) {
  ({ hello, chats: hello, log: loaded, older, entry, live, wiped, ack: settled, nack: settled, resync, toast: said }[frame.t] ?? (() => {}))(frame);
}

const said = (frame) => toast(frame.text);

function hello(frame) {
  if (frame.me) state.me = { ...state.me, ...frame.me };
  if (frame.menu) Object.assign(state, { menu: frame.menu, limits: frame.limits });
  setChats(frame.chats);
  if (frame.t === "hello") for (const chat of state.chats.values()) if (chat.loaded || chat.chat === state.active) load(chat);
  if (wanted && state.chats.has(wanted)) open(wanted);
  else if (!state.chats.has(state.active)) wanted ? enter("dm") : open("dm", false);
  if (frame.menu) composer.changed();
  draw();
}

const load = (chat) => net.send({ t: "open", chat: chat.chat, after: chat.loaded ? chat.rev : null });
const resync = () => { for (const chat of state.chats.values()) if (chat.loaded) load(chat); };

function loaded(frame) {
  const chat = state.chats.get(frame.chat);
  if (!chat) return;
  if (frame.reset) { chat.entries.clear(); chat.more = frame.more; }
  merge(chat, frame.entries);
  chat.rev = Math.max(chat.rev, frame.rev);
  chat.loaded = true;
  draw();
}

function older(frame) {
  const chat = state.chats.get(frame.chat);
  const height = scroll.scrollHeight - scroll.scrollTop;
  merge(chat, frame.entries);
  chat.more = frame.more;
  stick = false;
  paint();
  scroll.scrollTop = scroll.scrollHeight - height;
}

function entry({ chat: name, entry: given }) {
  const chat = state.chats.get(name);
  if (!chat) return;
  const isNew = !chat.entries.has(given.id) && given.seq === given.rev;
  if (chat.loaded) chat.rev = Math.max(chat.rev, given.rev);
  if (chat.loaded || !chat.last || given.seq >= chat.last.seq) merge(chat, [given]);
  if (!chat.loaded) chat.entries.delete(given.id);
  if (!given.author && isNew) chat.live = null;
  if (isNew && given.author?.uid !== state.me.uid) arrived(chat, given);
  if (isNew && name === state.active) fresh = true;
  draw();
}

function arrived(chat, given) {
  if (chat.chat !== state.active || document.hidden) chat.unread++;
  else $("announce").textContent = `${given.author ? given.author.name : t("web-coach")}: ${plain(given).slice(0, 400)}`;
}

function live(frame) {
  const chat = state.chats.get(frame.chat);
  if (!chat) return;
  clearTimeout(chat.liveEnds);
  chat.live = frame.ends ? null : { spans: frame.spans ?? chat.live?.spans ?? [] };
  chat.liveEnds = setTimeout(() => { chat.live = null; draw(); }, frame.spans ? 30000 : 9000);
  draw();
}

function wiped(frame) {
  const chat = state.chats.get(frame.chat);
  if (!chat) return;
  Object.assign(chat, { last: null, rev: 0, more: false, loaded: false, unread: 0 });
  chat.entries.clear();
  load(chat);
  draw();
}

function settled(frame) {
  const node = pressed.get(frame.id);
  if (node && !net.state(frame.id)) {
    node.removeAttribute("aria-busy");
    pressed.delete(frame.id);
  }
  if (frame.t === "ack") toast(frame.toast);
  else refused(frame);
  draw();
}

function refused({ why, item }) {
  const words = { stale: "web-stale", flood: "web-flood", member: "web-not-member", too_long: "web-too-long", name: "web-name-invalid" }[why];
  if (why === "away" || (why === "failed" && item?.t === "say")) return;
  toast(t(words ?? "web-failed-action", { limit: state.limits.text }));
  if (why === "too_long" && item) $("text").value ||= item.text;
}

// ---- what the person does
function send(frame) {
  net.put(frame);
  stick = true;
  fresh = true;
  draw();
}

const say = (text) => send({ t: "say", id: uuid(), chat: state.active, text, reply_to: null, files: [] });

function open(name, remember = true) {
  wanted = null;
  const path = name === "dm" ? "/" : `/r/${name.slice(5)}`;
  if (location.pathname !== path) history[remember ? "pushState" : "replaceState"](null, "", path);
  enter(name);
}

function enter(name) {
  state.active = name;
  const chat = active();
  stick = true;
  composer.enter(chat);
  drawer(false);
  load(chat);
  paint();
  composer.focus();
}

async function route() {
  const code = /^\/r\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  if (!code) return state.me && state.chats.has("dm") && open("dm", false);
  const name = `room:${code}`;
  if (state.chats.has(name)) return open(name, false);
  wanted = name; // shown as soon as the server names it among ours; until then the address stays
  const { chats } = await get("/api/me");
  if (chats.includes(name)) return;
  const room = await rooms.join(code);
  if (room) return opened(room);
  wanted = null;
  if (!state.chats.has(name)) history.replaceState(null, "", "/");
}

function opened(room) {
  if (!room) return;
  if (state.chats.has(room.chat)) open(room.chat);
  else wanted = room.chat;
}

async function language(next) {
  if (await follow(next)) net.put({ t: "language", id: uuid(), lang: next });
}

// The page speaks the language too; whether that is a change.
async function follow(next) {
  if (next === lang) return false;
  await speak(next);
  redraw();
  return true;
}

function drawer(show) {
  $("side").classList.toggle("open", show);
  $("veil").hidden = !show;
  $("side-open").setAttribute("aria-expanded", String(show));
  $("main").inert = show;
  if (show) $("side-close").focus();
}

// ---- drawing
function draw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => { drawing = false; paint(); });
}

function redraw() {
  document.title = t("web-title");
  for (const node of document.querySelectorAll(".langs button")) node.setAttribute("aria-pressed", String(node.dataset.lang === lang));
  $("hello").replaceChildren();
  if (active()) { composer.hint(); paint(); }
}

function paint() {
  const chat = active();
  if (!chat) return;
  if (!document.hidden) markSeen(chat);
  sidebar();
  header(chat);
  const pending = net.unsent(chat.chat);
  log.show(chat, pending, fresh);
  fresh = false;
  welcome(chat, chat.loaded && !chat.entries.size && !pending.length && !chat.live);
  $("earlier").hidden = !chat.more;
  $("drafts").replaceChildren(...(chat.live ? [draftBubble(chat.live)] : []));
  composer.hint();
  if (stick) scroll.scrollTop = scroll.scrollHeight;
  $("latest").hidden = stick;
}

function sidebar() {
  const all = [...state.chats.values()];
  const group = all.filter((chat) => chat.kind === "group").sort((a, b) => (b.last?.at ?? "").localeCompare(a.last?.at ?? ""));
  $("chats-coach").replaceChildren(row(state.chats.get("dm")));
  $("chats-rooms").replaceChildren(...group.map(row));
  $("rooms-none").hidden = group.length > 0;
  $("me-name").textContent = state.me.name || t("web-name-set");
  face($("me-avatar"), state.me.name || "·", state.me.uid);
  const unread = all.reduce((sum, chat) => sum + chat.unread, 0);
  $("side-dot").hidden = unread === 0;
  document.title = (unread ? `(${unread}) ` : "") + t("web-title");
}

function row(chat) {
  const current = chat.chat === state.active;
  const last = chat.last;
  const preview = last ? (last.deleted ? t("web-deleted") : plain(last).replace(/\s+/g, " ") || t("web-picture")) : t(chat.kind === "group" ? "web-room-hello" : "web-coach-about");
  const who = last?.author && chat.kind === "group" && !last.deleted ? `${last.author.uid === state.me.uid ? t("web-you") : last.author.name}: ` : "";
  return h("li", {}, h("button", { class: "chat", "data-chat": chat.chat, "aria-current": current ? "page" : null, onclick: () => open(chat.chat) },
    chat.kind === "group" ? avatar(chat.title, chat.chat) : botAvatar(), h("b", { dir: "auto" }, chat.kind === "group" ? chat.title : t("web-coach")),
    last ? h("time", { datetime: last.at }, clock(last.at)) : h("span"), h("span", { class: chat.unread ? "last" : "last wide", dir: "auto" }, who + preview.slice(0, 80)),
    chat.unread ? h("i", {}, String(chat.unread)) : null));
}

function header(chat) {
  const group = chat.kind === "group";
  if (group) face($("head-avatar"), chat.title, chat.chat);
  else if (!$("head-avatar").classList.contains("bot")) botFace($("head-avatar"));
  $("head-title").textContent = group ? chat.title : t("web-coach");
  const about = group ? t("web-room-about", { count: chat.members.length }) : t("web-coach-about");
  $("head-about").textContent = chat.live && !chat.live.spans.length ? t("web-typing") : about;
  $("invite").hidden = $("members").hidden = !group;
}

function welcome(chat, show) {
  const box = $("hello");
  box.hidden = !show;
  $("log").hidden = show;
  if (!show || box.dataset.kind === chat.kind + lang) return;
  box.dataset.kind = chat.kind + lang;
  const chips = (ids) => h("div", { class: "chips" }, ids.map((id) => h("button", { type: "button", onclick: () => say(t(id)) }, t(id))));
  const logo = h("img", { src: "/static/icon.svg", alt: "" });
  if (chat.kind === "group") {
    box.replaceChildren(logo, h("h2", {}, t("web-room-hello")), h("p", {}, t("web-room-hello-about")), h("button", { class: "solid", type: "button", onclick: () => rooms.invite(active()) }, t("web-invite")), chips(["web-room-chip-1", "web-room-chip-2"]));
    return;
  }
  const give = (id, sign) => h("li", {}, icon(sign), h("b", {}, t(id)), h("span", {}, t(`${id}-about`)));
  box.replaceChildren(logo, h("h2", {}, t("web-hello")), h("p", {}, t("web-hello-about")),
    h("ul", { class: "gives" }, give("web-hello-plan", "plan"), give("web-hello-log", "pen"), give("web-hello-friends", "friends")),
    chips(["web-chip-1", "web-chip-2", "web-chip-3", "web-chip-4"]), h("p", { class: "note" }, t("web-hello-note")));
}

// ---- start
function listen() {
  scroll.addEventListener("scroll", () => {
    stick = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 90;
    $("latest").hidden = stick;
  }, { passive: true });
  scroll.addEventListener("grown", () => { if (stick) scroll.scrollTop = scroll.scrollHeight; });
  new ResizeObserver(() => { if (stick) scroll.scrollTop = scroll.scrollHeight; }).observe(scroll);
  $("latest").addEventListener("click", () => { stick = true; scroll.scrollTop = scroll.scrollHeight; });
  $("earlier").addEventListener("click", () => {
    const chat = active();
    net.send({ t: "older", chat: chat.chat, before: Math.min(...[...chat.entries.values()].map((one) => one.seq)) });
  });
  $("side-open").addEventListener("click", () => drawer(true));
  for (const id of ["side-close", "veil"]) $(id).addEventListener("click", () => drawer(false));
  addEventListener("keydown", (event) => { if (event.key === "Escape") drawer(false); });
  addEventListener("popstate", () => route());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) draw(); });
  for (const node of document.querySelectorAll(".langs button")) node.addEventListener("click", () => language(node.dataset.lang));
  rooms.connectButtons({ opened, current: active, left: () => open("dm") });
  composer.setup(send);
}

async function start() {
  const first = firstLanguage();
  const [me] = await Promise.all([get(`/api/me?lang=${first}`), speak(first)]);
  state.me = me;
  if (me.lang !== lang) await speak(me.lang);
  setChats([{ chat: "dm", kind: "private", title: "", members: [], last: null }]); // until the server has said more
  listen();
  redraw();
  sidebar();
  header(state.chats.get("dm"));
  $("app").hidden = false;
  net.start(me.uid);
  route().catch(() => toast(t("web-failed-action")));
}

async function boot(pause = 500) {
  try { await start(); } catch (error) {
    if (error.status === 401) return location.assign(`/signin?next=${encodeURIComponent(location.pathname)}`);
    if (!error.status && !(error instanceof TypeError) && !/words/.test(error.message)) throw error;
    setTimeout(() => boot(Math.min(8000, pause * 2)), pause);
  }
}

boot();
