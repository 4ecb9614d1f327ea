// Dialogs: a new room, joining one, its link, its members, one's own name, and questions with yes or no.
import { $, avatar, botAvatar, dialog, h, toast } from "./dom.js";
import { get, post } from "./net.js";
import { state } from "./state.js";
import { t } from "./words.js";

const title = (words, about) => [h("h2", { id: "dialog-title", dir: "auto" }, words), about ? h("p", {}, about) : null].filter(Boolean);
const cancel = (close) => h("button", { type: "button", class: "soft", onclick: () => close() }, t("web-cancel"));

const WHY = { name: "web-name-invalid", unknown: "web-room-unknown", full: "web-room-full", many: "web-room-many" };
const explain = (error) => t(WHY[error.why] ?? "web-failed-action");

const field = (id, label, attributes, about) => h("label", { for: id }, label, about ? h("small", {}, about) : null, h("input", { id, autocomplete: "off", ...attributes }));
const nameField = () => field("ask-name", t("web-name"), { maxlength: 40, required: true, value: state.me.name, placeholder: t("web-name-hint"), autocomplete: "nickname" }, t("web-name-about"));

/** A form in a dialog; `submit` gets the box, may throw an HttpError that is shown, and its result is returned. */
function form(heading, about, fields, action, submit) {
  return dialog((close) => {
    const error = h("p", { class: "error", role: "alert", hidden: true });
    const button = h("button", { class: "solid" }, action);
    const box = h("form", { method: "dialog" }, ...fields, error, h("div", { class: "foot" }, cancel(close), button));
    box.addEventListener("submit", async (event) => {
      event.preventDefault();
      button.disabled = true;
      try { close(await submit(box)); } catch (problem) { error.textContent = explain(problem); error.hidden = false; }
      button.disabled = false;
    });
    return [...title(heading, about), box];
  });
}

export const create = () => form(t("web-room-new"), t("web-rooms-none"), [
  field("ask-title", t("web-room-title"), { maxlength: 60, placeholder: t("web-room-title-hint") }),
  nameField(),
], t("web-room-create"), async (box) =>
  post("/api/rooms", { title: box.querySelector("#ask-title").value.trim() || t("web-room-default"), name: box.querySelector("#ask-name").value }));

export async function join(code) {
  let room;
  try { room = await get(`/api/rooms/${encodeURIComponent(code)}`); } catch (error) { return toast(explain(error)); }
  return form(t("web-room-join-title", { title: room.title }), t("web-room-join-about"), [nameField()], t("web-room-join"), async (box) =>
    post(`/api/rooms/${encodeURIComponent(code)}/join`, { name: box.querySelector("#ask-name").value }));
}

export const rename = () => form(t("web-name-set"), null, [nameField()], t("web-save"), async (box) =>
  post("/api/name", { name: box.querySelector("#ask-name").value }));

export function invite(chat) {
  const address = `${state.me.home}/r/${chat.chat.slice(5)}`;
  dialog((close) => {
    const input = h("input", { value: address, readonly: true, "aria-label": t("web-room-link"), onfocus: (event) => event.target.select() });
    const copy = h("button", { class: "solid", type: "button", onclick: async () => {
      input.select();
      try { await navigator.clipboard.writeText(address); } catch { document.execCommand("copy"); }
      copy.textContent = t("web-copied");
    } }, t("web-copy"));
    return [...title(t("web-room-link"), t("web-room-link-about")), h("div", { class: "link" }, input, copy),
      h("div", { class: "foot" }, h("button", { class: "soft", type: "button", onclick: () => close() }, t("web-close")))];
  });
}

export async function members(chat, left) {
  const answer = await dialog((close) => [
    ...title(t("web-members"), chat.title),
    h("ul", { class: "people" }, h("li", {}, botAvatar(), h("span", {}, t("web-coach"))), chat.members.map((member) => h("li", {}, avatar(member.name, member.uid),
      h("span", { dir: "auto" }, member.name, member.uid === state.me.uid ? h("small", {}, ` (${t("web-you")})`) : null)))),
    h("div", { class: "foot" }, h("button", { class: "danger push", type: "button", onclick: () => close("leave") }, t("web-room-leave")),
      h("button", { class: "soft", type: "button", onclick: () => close() }, t("web-close"))),
  ]);
  if (answer !== "leave" || !(await sure(t("web-room-leave-ask"), t("web-room-leave")))) return;
  try { await post(`/api/rooms/${chat.chat.slice(5)}/leave`); left(); } catch (error) { toast(explain(error)); }
}

export const sure = (question, action) => dialog((close) => [
  ...title(question),
  h("div", { class: "foot" }, cancel(close), h("button", { class: "danger", type: "button", onclick: () => close(true) }, action)),
]);

export const connectButtons = ({ opened, current, left }) => {
  $("room-new").addEventListener("click", async () => opened(await create()));
  $("me").addEventListener("click", rename);
  $("invite").addEventListener("click", () => invite(current()));
  $("members").addEventListener("click", () => members(current(), left));
};
