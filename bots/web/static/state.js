// What the page knows: the chats of this account and their messages as far as they were loaded.
export const state = { me: null, menu: [], limits: {}, active: null, chats: new Map() };

const seen = JSON.parse(localStorage.getItem("jiayou.seen") ?? "{}");

export function setChats(list) {
  const before = state.chats;
  state.chats = new Map(list.map((chat) => [chat.chat, Object.assign(before.get(chat.chat) ?? fresh(), chat)]));
  for (const chat of state.chats.values()) chat.unread ||= unreadAtStart(chat);
}

const fresh = () => ({ entries: new Map(), loaded: false, more: false, rev: 0, unread: 0, live: null, text: "" });

function unreadAtStart(chat) {
  const last = chat.last;
  return last && !chat.loaded && last.author?.uid !== state.me.uid && last.seq > (seen[chat.chat] ?? 0) ? 1 : 0;
}

export function merge(chat, entries) {
  for (const entry of entries) {
    const known = chat.entries.get(entry.id);
    if (!known || known.rev < entry.rev) chat.entries.set(entry.id, entry);
    if (!chat.last || entry.seq >= chat.last.seq) chat.last = entry;
  }
}

export const sorted = (chat) => [...chat.entries.values()].sort((a, b) => a.seq - b.seq);

export function markSeen(chat) {
  chat.unread = 0;
  if (!chat.last || seen[chat.chat] === chat.last.seq) return;
  seen[chat.chat] = chat.last.seq;
  localStorage.setItem("jiayou.seen", JSON.stringify(seen));
}

export const plain = (entry) => entry.spans.map((span) => span.t).join("");

export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // plain http beyond loopback has no randomUUID
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
