// The connection. What a person says is kept here (and in localStorage) until the server has acknowledged it.
const KEPT = "jiayou.out.";
const LASTING = ["say", "edit", "delete"];

export class Net {
  constructor({ frame, online, changed }) {
    Object.assign(this, { frame, online, changed });
    this.waiting = new Map(); // id -> {item, state: "pending" | "waiting" | "failed"}
    this.tries = 0;
    this.pause = 1000;
    this.heard = Date.now();
    this.ready = false;
  }

  start(uid) {
    this.prefix = `${KEPT}${uid}.`;
    this.restore();
    addEventListener("online", () => this.connect());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.connect(); });
    setInterval(() => this.beat(), 15000);
    this.connect();
  }

  restore() {
    const found = [];
    for (let at = 0; at < localStorage.length; at++) {
      const key = localStorage.key(at);
      if (key.startsWith(this.prefix)) found.push(JSON.parse(localStorage.getItem(key)));
    }
    found.sort((a, b) => a.put - b.put);
    for (const item of found) this.waiting.set(item.id, { item, state: "waiting" });
  }

  connect() {
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    clearTimeout(this.timer);
    const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone || "");
    const address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws?zone=${zone}`;
    const socket = (this.socket = new WebSocket(address));
    socket.onmessage = (event) => { if (socket === this.socket) this.read(JSON.parse(event.data)); };
    socket.onclose = (event) => { if (socket === this.socket) this.lost(event.code); };
  }

  lost(code) {
    this.ready = false;
    this.socket = null;
    if (code === 4401) return location.reload();
    for (const held of this.waiting.values()) if (held.state === "pending") held.state = "waiting";
    this.changed();
    this.online(false);
    const delay = Math.min(10000, 400 * 2 ** this.tries++) * (0.7 + Math.random() * 0.6);
    this.timer = setTimeout(() => this.connect(), delay);
  }

  beat() {
    if (!this.ready) return;
    if (Date.now() - this.heard > 45000) return this.socket.close();
    this.send({ t: "ping" });
  }

  read(frame) {
    this.heard = Date.now();
    if (frame.t === "hello") {
      this.ready = true;
      this.tries = 0;
      this.online(true);
      this.frame(frame);
      this.resend();
    } else if (frame.t === "ack") this.acked(frame);
    else if (frame.t === "nack") this.refused(frame);
    else this.frame(frame);
  }

  /** Fleeting: only while connected. */
  send(frame) {
    if (this.ready) this.socket.send(JSON.stringify(frame));
  }

  /** Lasting: sent again until it is acknowledged. */
  put(frame) {
    const item = { ...frame, put: Date.now() };
    this.waiting.set(item.id, { item, state: this.ready ? "pending" : "waiting" });
    if (LASTING.includes(item.t)) localStorage.setItem(this.prefix + item.id, JSON.stringify(item));
    this.send(frame);
  }

  resend() {
    for (const held of this.waiting.values()) {
      if (held.state !== "waiting") continue;
      held.state = "pending";
      const { put, ...frame } = held.item;
      this.send(frame);
    }
    this.changed();
  }

  retry(id) {
    this.waiting.get(id).state = "waiting";
    this.resend();
  }

  acked(frame) {
    this.pause = 1000;
    this.forget(frame.id);
    this.frame(frame);
  }

  forget(id) {
    this.waiting.delete(id);
    localStorage.removeItem(this.prefix + id);
  }

  refused(frame) {
    const held = this.waiting.get(frame.id);
    if (held && frame.retry) {
      held.state = "waiting";
      clearTimeout(this.again);
      this.again = setTimeout(() => this.ready && this.resend(), this.pause);
      this.pause = Math.min(15000, this.pause * 1.7);
    } else if (held && frame.why === "failed" && held.item.t === "say") held.state = "failed";
    else this.forget(frame.id);
    this.frame({ ...frame, item: held?.item });
  }

  state(id) {
    return this.waiting.get(id)?.state;
  }

  /** Messages of a chat that the server has not taken yet, oldest first. */
  unsent(chat) {
    return [...this.waiting.values()].filter(({ item }) => item.t === "say" && item.chat === chat);
  }
}

export class HttpError extends Error {
  constructor(status, why) {
    super(`${status} ${why}`);
    Object.assign(this, { status, why });
  }
}

export async function post(path, body = {}) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Jiayou": "1" },
    body: JSON.stringify(body),
  });
  return read(answer);
}

export const get = async (path) => read(await fetch(path));

export async function read(answer) {
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new HttpError(answer.status, body.why ?? "");
  return body;
}
