// What is typed into a form stays in this tab until a page says that it was saved: a line that drops, a reload, a session that ended
// or a refusal loses nothing. It is kept for a day and for one account, and is gone after signing out. Never passwords, codes or files.
//   data-user        the account whose drafts these are
//   data-saved       what was sent last is saved
//   data-refused     it is not
//   data-discards    this link gives up what was typed into its form
//   data-undrafted   what is typed in here is not kept

const prefix = "borrador:";
const sentLast = "borradores-enviados";
const day = 24 * 60 * 60 * 1000;
const kinds = new Set(["textarea", "select-one", "text", "search", "tel", "url", "email", "number", "date", "time", "month", "radio"]);
const ofItsTime = /token|version|seen|openedat|base|^forma-/i; // hidden fields that change with what they guard, or come last
const userNow = () => document.querySelector("[data-user]")?.dataset.user; // this script may come before the page
const sentHere = new Map(); // of each form: what its fields held when it was sent; she may write on until the answer comes
const otherTabs = new BroadcastChannel("salir");

const keys = start => Object.keys(sessionStorage).filter(key => key.startsWith(start));
const forgetAll = start => keys(start).forEach(key => sessionStorage.removeItem(key));
const read = key => JSON.parse(sessionStorage.getItem(key) ?? "null");
const isEmpty = typed => Object.keys(typed).length === 0;
const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));

function isKept(field) {
  return kinds.has(field.type) && field.name !== "" && !field.readOnly && field.autocomplete !== "one-time-code" && !field.closest("[data-undrafted]");
}

// Which form it is, whatever page it stands on.
function placeOf(form) {
  const hidden = [...form.querySelectorAll("input[type=hidden]")].filter(field => !ofItsTime.test(field.name)).map(field => `${field.name}=${field.value}`);
  return [form.getAttribute("action") ?? location.pathname, ...hidden].join("|");
}

function keyOf(form) {
  const address = new URL(location.href);
  address.searchParams.delete("aviso");
  return `${prefix}${userNow()}:${address.pathname}${address.search}:${placeOf(form)}`;
}

// Fields with a name each; of radio buttons all with one name are one.
function fieldsOf(form) {
  const fields = new Map();
  for (const field of [...form.elements].filter(isKept)) {
    let slot = field.name;
    if (field.type === "radio" && fields.has(slot)) continue;
    for (let n = 2; fields.has(slot); n++) slot = `${field.name}#${n}`;
    fields.set(slot, field);
  }
  return fields;
}

const radios = field => [...field.form.elements].filter(other => other.type === "radio" && other.name === field.name);

function given(field) {
  if (field.type === "radio") return radios(field).find(other => other.defaultChecked)?.value ?? "";
  if (field.type === "select-one") return ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? "";
  return field.defaultValue;
}

function now(field) {
  return field.type === "radio" ? radios(field).find(other => other.checked)?.value ?? "" : field.value;
}

function put(field, value) {
  if (field.type === "radio") radios(field).forEach(other => { other.checked = other.value === value; });
  else field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function keep(event) {
  const form = event.target.form;
  if (form && form.method === "post" && isKept(event.target) && userNow() !== undefined) note(form, event.target);
}

// What stands in the form now, as far as it differs; what was kept of fields nobody touched stays.
function note(form, touched) {
  const before = read(keyOf(form))?.typed ?? {};
  const typed = document.readyState === "loading" ? { ...before } : {}; // of fields that are still to come
  for (const [slot, field] of fieldsOf(form)) {
    const isUntouched = field.name !== touched?.name && now(field) === given(field);
    const base = before[slot]?.[1] ?? given(field); // a refused form comes back with what was typed: that is not saved either
    if (isUntouched && before[slot]) typed[slot] = before[slot];
    else if (now(field) !== base) typed[slot] = [now(field), base];
    else delete typed[slot];
  }
  const after = {};
  const held = sentHere.get(form);
  if (held) for (const [slot, field] of fieldsOf(form)) if (held.has(slot) && now(field) !== held.get(slot)) after[slot] = [now(field), held.get(slot)];
  if (isEmpty(typed) && isEmpty(after)) sessionStorage.removeItem(keyOf(form));
  else write(keyOf(form), { at: Date.now(), typed, after });
}

function tell(form, sentence, acts) {
  form.querySelector(":scope > .kept")?.remove();
  const box = document.createElement("div");
  box.className = "kept";
  box.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = sentence;
  box.append(text);
  for (const [name, act] of acts) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain";
    button.textContent = name;
    button.addEventListener("click", () => { act(); box.remove(); });
    box.append(button);
  }
  form.prepend(box);
}

const nameOf = field => field.labels?.[0]?.textContent.trim() ?? field.name;

// What stands there as it did when she typed is filled in again. What a colleague changed since is hers to decide.
function restore(form) {
  const key = keyOf(form);
  const draft = read(key);
  if (!draft) return;
  const differing = [...fieldsOf(form)].filter(([slot, field]) => draft.typed[slot] && draft.typed[slot][0] !== now(field) && now(field) === given(field)).map(([slot, field]) => ({ field, text: draft.typed[slot][0], base: draft.typed[slot][1] }));
  if (differing.length === 0) return;
  const isSame = one => one.base.trim() === given(one.field).trim(); // what is saved may have lost its blanks
  const [same, changed] = [differing.filter(isSame), differing.filter(one => !isSame(one))];
  same.forEach(one => put(one.field, one.text));
  const discard = ["Descartar", () => { same.forEach(one => put(one.field, given(one.field))); sessionStorage.removeItem(key); }];
  if (changed.length === 0) tell(form, "Aquí sigue lo que escribió y no se había guardado.", [discard]);
  else tell(form, `Esto cambió después de que usted escribió. Usted tenía: ${changed.map(one => `${nameOf(one.field)}: «${one.text}»`).join("; ")}.`, [["Usar lo mío", () => changed.forEach(one => put(one.field, one.text))], discard]);
}

function submitted(event) {
  const form = event.target;
  if (form.method !== "post" || userNow() === undefined) return;
  if (form.getAttribute("action") === "/salir") {
    forgetAll(prefix);
    otherTabs.postMessage("salir");
  } else if (event.defaultPrevented || form.hasAttribute("data-send")) return;
  else if (!navigator.onLine) {
    event.preventDefault();
    tell(form, "No hay conexión. Lo que escribió sigue aquí: envíelo otra vez cuando vuelva.", []);
  } else {
    const sent = read(sentLast)?.all ?? {};
    sentHere.set(form, new Map([...fieldsOf(form)].map(([slot, field]) => [slot, now(field)])));
    write(sentLast, { place: placeOf(form), all: { ...sent, [placeOf(form)]: [...new Set([...(sent[placeOf(form)] ?? []), keyOf(form)])] } });
  }
}

// A page with a notice says itself whether it was saved; else a form that led on to another page was.
function arrived() {
  const sent = read(sentLast);
  if (!sent?.place) return;
  const led = performance.getEntriesByType("navigation")[0]?.redirectCount > 0 && !document.querySelector("[data-refused]");
  const { [sent.place]: mine, ...others } = sent.all;
  if (!led && !document.querySelector("[data-saved]")) write(sentLast, { all: sent.all });
  else {
    mine.forEach(key => {
      const after = read(key)?.after ?? {};
      if (isEmpty(after)) sessionStorage.removeItem(key);
      else write(key, { at: Date.now(), typed: after });
    });
    write(sentLast, { all: others });
  }
}

function start() {
  const user = userNow();
  if (user === undefined) { // at the door: what was sent with an ended session was not saved
    sessionStorage.removeItem(sentLast);
    return;
  }
  keys(prefix).filter(key => !key.startsWith(`${prefix}${user}:`) || read(key).at < Date.now() - day).forEach(key => sessionStorage.removeItem(key));
  arrived();
  posted().forEach(restore);
  noteEarly();
}

const posted = () => [...document.forms].filter(form => form.method === "post");

// On a slow line she may have begun before this script came.
function noteEarly() {
  for (const form of posted()) if ([...fieldsOf(form).values()].some(field => now(field) !== given(field))) note(form);
}

document.addEventListener("input", keep);
document.addEventListener("change", keep);
document.addEventListener("submit", submitted);
document.addEventListener("sent", event => sessionStorage.removeItem(keyOf(event.target)));
document.addEventListener("click", event => {
  const form = event.target.closest("[data-discards]")?.closest("form");
  if (form) sessionStorage.removeItem(keyOf(form));
});
otherTabs.addEventListener("message", () => forgetAll(prefix));
if (document.readyState !== "loading") start();
else {
  addEventListener("DOMContentLoaded", start);
  if (userNow() !== undefined) noteEarly();
}
