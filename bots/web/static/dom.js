// Building the page from nodes: text is always text.
export const $ = (id) => document.getElementById(id);

export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const ICONS = {
  reply: "M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1",
  edit: "M4 20h4L19 9l-4-4L4 16z",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "m6 6 12 12M18 6 6 18",
  file: "M7 3.5h7l4.5 4.5v12.5H7zM14 3.5V8h4.5",
  plan: "M5 5.5h14v14H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4",
  pen: "M4 20h4L19 9l-4-4L4 16zM13 20h7",
  friends: "M8 4.5h8v5a4 4 0 0 1-8 0zM8 6H4.5c0 3 1.3 4.5 3.5 5M16 6h3.5c0 3-1.3 4.5-3.5 5M12 13.5V17M8.5 20h7l-1-3h-5z",
  clock: "M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function hue(key) {
  let sum = 7;
  for (const char of key) sum = (sum * 31 + char.codePointAt(0)) % 360;
  return sum;
}

export function face(node, name, key) {
  node.style.setProperty("--hue", hue(key));
  node.classList.remove("bot");
  node.textContent = [...name.trim()][0]?.toUpperCase() ?? "?";
  return node;
}

export function botFace(node) {
  node.classList.add("bot");
  node.replaceChildren(h("img", { src: "/static/icon.svg", alt: "" }));
  return node;
}

export const avatar = (name, key) => face(h("span", { class: "avatar", "aria-hidden": "true" }), name, key);
export const botAvatar = () => botFace(h("span", { class: "avatar", "aria-hidden": "true" }));

export function toast(text) {
  if (!text) return;
  const node = h("div", { dir: "auto" }, text);
  document.getElementById("toasts").append(node);
  setTimeout(() => node.remove(), Math.min(9000, 2800 + text.length * 60));
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

/** A dialog; resolves with what `close(value)` was given, or undefined when dismissed. */
export function dialog(build, className = "") {
  const box = document.getElementById("dialog");
  if (box.open) box.close();
  return new Promise((resolve) => {
    let value;
    const close = (given) => { value = given; box.close(); };
    box.className = className;
    box.replaceChildren(...build(close));
    box.onclick = (event) => { if (event.target === box) close(); };
    box.onclose = () => resolve(value);
    box.showModal();
  });
}
