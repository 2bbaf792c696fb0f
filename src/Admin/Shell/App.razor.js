// Small comforts on top of pages that work without them.
//   data-live="/address"   the element's content is fetched again every data-every ms and replaced when it changed
//   data-opens="id"        shows the <dialog> with that id; the link's own address does the same without script
//   data-fills="id"        what is typed stands at once in the element with that id
//   data-send              Ctrl+Enter sends; the form is sent without leaving the page
//   data-submits           sends its form when changed
//   data-counts="/address" asks that address again whenever its form changes, and shows the answer in #a-cuantas
//   data-finds="/address"  asks that address for what is typed, and shows the answer in the element that aria-controls names
//   data-inserts="id"      the chosen text goes into the field with that id
//   data-types="/address"  tells colleagues, every few seconds, that somebody is typing
//   data-countdown="time"  counts down to that time
//   data-walks             j and k walk through the table's rows, x marks one, Enter opens it; / goes to the search
//   data-selects           is selected whole when entered

const quiet = () => document.visibilityState === "hidden";

function atEnd(box) {
  return box.scrollHeight - box.scrollTop - box.clientHeight < 80;
}

// Parts (elements with data-part and an id) are kept, replaced or added one by one, so that a reader hears only what is new. They may stand
// beside the box as well. A part in which something is being chosen or written stays until it is left.
function renew(box, html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const parts = [...fresh.content.querySelectorAll("[data-part]")];
  if (parts.length === 0 || !box.querySelector("[data-part]")) {
    const focused = document.activeElement?.id;
    box.innerHTML = html;
    if (focused) document.getElementById(focused)?.focus();
    return;
  }
  const field = document.activeElement?.closest("select, textarea, input") ?? null;
  const kept = new Set(parts.map(part => part.id));
  for (const part of parts) {
    const old = document.getElementById(part.id);
    if (!old) document.getElementById(part.parentElement.id)?.append(part);
    else if (old.outerHTML !== part.outerHTML && !old.contains(field)) old.replaceWith(part);
  }
  for (const old of box.querySelectorAll("[data-part]")) if (!kept.has(old.id)) old.remove();
}

function live(box) {
  let etag = box.dataset.etag ?? "";
  let failures = 0;
  let timer;
  const scroller = box.closest("[data-scrolls]");
  const state = document.getElementById(box.dataset.state ?? "");
  const every = Number(box.dataset.every ?? 2000);

  async function look() {
    clearTimeout(timer);
    if (!quiet()) {
      try {
        const answer = await fetch(box.dataset.live, { headers: { "If-None-Match": etag }, redirect: "manual", cache: "no-store" });
        if (answer.status === 200) {
          etag = answer.headers.get("ETag") ?? "";
          const follow = scroller !== null && atEnd(scroller);
          renew(box, await answer.text());
          if (follow) scroller.scrollTop = scroller.scrollHeight;
          box.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
        } else if (answer.type === "opaqueredirect" || answer.status === 401) {
          if (state) state.textContent = "Su sesión terminó. Abra otra pestaña, entre de nuevo y vuelva: lo escrito se conserva.";
          return;
        } else if (answer.status !== 304) throw new Error(String(answer.status));
        failures = 0;
        if (state) state.textContent = "";
      } catch {
        failures++;
        if (state && failures > 1) state.textContent = "Sin conexión. Seguimos intentando…";
      }
    }
    timer = setTimeout(look, Math.min(every * 2 ** failures, 30000));
  }

  if (scroller) scroller.scrollTop = scroller.scrollHeight;
  box.addEventListener("look", look);
  document.addEventListener("visibilitychange", () => { if (!quiet()) look(); });
  timer = setTimeout(look, every);
}

function opener(link) {
  link.addEventListener("click", event => {
    const dialog = document.getElementById(link.dataset.opens);
    if (!dialog?.showModal) return;
    event.preventDefault();
    dialog.showModal();
  });
}

function dialogs(dialog) {
  if (dialog.hasAttribute("open")) {
    dialog.removeAttribute("open");
    dialog.showModal();
  }
  for (const close of dialog.querySelectorAll("[data-closes]"))
    close.addEventListener("click", event => { event.preventDefault(); dialog.close(); });
}

function fill(input) {
  const target = document.getElementById(input.dataset.fills);
  const without = target?.textContent;
  input.addEventListener("input", () => { if (target) target.textContent = input.value.trim() || without; });
}

function sender(form) {
  const text = form.querySelector("textarea");
  const button = form.querySelector("button[type=submit]");
  const problem = form.querySelector("[role=alert]");
  text.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    if (button.disabled) return;
    button.disabled = true;
    problem.textContent = "";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, redirect: "manual" });
      if (answer.ok) {
        text.value = "";
        form.dispatchEvent(new CustomEvent("sent", { bubbles: true }));
        document.querySelectorAll("[data-live]").forEach(box => box.dispatchEvent(new CustomEvent("look")));
      } else if (answer.type === "opaqueredirect") {
        problem.textContent = "Su sesión terminó y no se envió. Abra otra pestaña, entre de nuevo y vuelva: su texto sigue aquí.";
      } else {
        const refusal = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
        problem.textContent = refusal.detail ?? "No se pudo enviar. Su texto sigue aquí: inténtelo otra vez.";
      }
    } catch {
      problem.textContent = "No hay conexión. Su texto sigue aquí: inténtelo otra vez.";
    }
    button.disabled = false;
    if (document.activeElement === document.body || form.contains(document.activeElement)) text.focus(); // she may write elsewhere by now
  });
}

function walks(table) {
  const links = [...table.querySelectorAll("tbody a.name")];
  document.addEventListener("keydown", event => {
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog") || event.ctrlKey || event.altKey || event.metaKey) return;
    const row = document.activeElement?.closest("tbody tr");
    const at = links.findIndex(link => link.closest("tr") === row);
    if (event.key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "k") links[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "x") row?.querySelector("input[type=checkbox]")?.click();
    else if (event.key === "/") document.querySelector("input[type=search]")?.focus();
    else return;
    event.preventDefault();
  });
}

function inserts(choice) {
  choice.addEventListener("change", () => {
    const field = document.getElementById(choice.dataset.inserts);
    if (!field || !choice.value) return;
    field.setRangeText(choice.value, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    choice.value = "";
    field.focus();
  });
}

function types(field) {
  let last = 0;
  field.addEventListener("input", () => {
    const now = Date.now();
    if (now - last < 4000 || field.value.length === 0) return;
    last = now;
    const token = new FormData();
    token.set("__RequestVerificationToken", field.form.elements["__RequestVerificationToken"].value);
    fetch(field.dataset.types, { method: "POST", body: token, redirect: "manual" }).catch(() => {});
  });
}

function countdown(text) {
  const show = () => {
    const minutes = Math.floor((new Date(text.dataset.countdown) - Date.now()) / 60000);
    if (minutes < 0) text.textContent = "0 minutos";
    else if (minutes >= 120) text.textContent = `${Math.floor(minutes / 60)} horas`;
    else text.textContent = `${minutes} ${minutes === 1 ? "minuto" : "minutos"}`;
  };
  show();
  setInterval(show, 30000);
}

// Shows what an address answers. The newest answer stands, however slow an older one is; without one the form's button does as well.
function asker(box, address) {
  let newest = 0;
  return async fields => {
    const mine = ++newest;
    try {
      const answer = await fetch(`${address}?${new URLSearchParams(fields)}`, { redirect: "manual", cache: "no-store" });
      if (answer.status !== 200) return false;
      if (mine === newest) box.innerHTML = await answer.text();
      return true;
    } catch {
      return false; // the button does as well
    }
  };
}

function counter(form) {
  const ask = asker(document.getElementById("a-cuantas"), form.dataset.counts);
  form.addEventListener("change", () => ask([...new FormData(form)].filter(([name]) => /^Sent\.(Where|Statuses|Rubro|Language|Group|Learning|Template)$/.test(name))));
}

// What was chosen before stays chosen. Enter finds at once: it does not send the form, unless the line is gone.
function finder(input) {
  const box = document.getElementById(input.getAttribute("aria-controls"));
  const ask = asker(box, input.dataset.finds);
  const find = () => ask({ q: input.value, elegido: box.querySelector("input:checked")?.value ?? "" });
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, 250);
  });
  input.addEventListener("keydown", async event => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    clearTimeout(timer);
    if (!await find()) input.form.requestSubmit(input.closest(".find").querySelector("button"));
  });
}

// Where the rooms do not all fit, the one she is in is seen.
document.querySelector("nav [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });
document.querySelectorAll("[data-live]").forEach(live);
document.querySelectorAll("[data-inserts]").forEach(inserts);
document.querySelectorAll("[data-types]").forEach(types);
document.querySelectorAll("[data-countdown]").forEach(countdown);
document.querySelectorAll("[data-walks]").forEach(walks);
document.querySelectorAll("[data-selects]").forEach(input => input.addEventListener("focus", () => input.select()));
document.querySelectorAll("[data-opens]").forEach(opener);
document.querySelectorAll("dialog").forEach(dialogs);
document.querySelectorAll("[data-fills]").forEach(fill);
document.querySelectorAll("form[data-send]").forEach(sender);
document.querySelectorAll("form[data-counts]").forEach(counter);
document.querySelectorAll("[data-finds]").forEach(finder);
document.querySelectorAll("[data-submits]").forEach(input => input.addEventListener("change", () => input.form.requestSubmit()));
