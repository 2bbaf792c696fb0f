// Comforts of the lesson editor; it works without them.
//   data-limit="600" on a field counts its letters as they are typed, into the element its data-count names
//   data-sum="600" on a question adds up the fields marked data-adds
//   Ctrl+S keeps the draft; leaving with unsaved text asks first

const form = document.querySelector("form[data-editor]");
const unsaved = form.querySelector("[data-unsaved]");
let isDirty = false;
let written; // the field she wrote in last

function show(counter, count, limit) {
  if (!counter) return;
  counter.textContent = `${count} de ${limit} letras`;
  counter.classList.toggle("over", count > limit);
}

function count(field) {
  show(document.getElementById(field.dataset.count), field.value.trim().length, Number(field.dataset.limit));
}

function sum(question) {
  const parts = [...question.querySelectorAll("[data-adds]")];
  const total = parts.reduce((all, part) => all + part.value.trim().length + (part.dataset.adds === "choice" ? 4 : 0), 0);
  show(question.querySelector("[data-total]"), total, Number(question.dataset.sum));
}

form.addEventListener("input", event => {
  isDirty = true;
  written = event.target;
  unsaved.textContent = "Hay cambios sin guardar.";
  if (event.target.dataset.limit) count(event.target);
  const question = event.target.closest("[data-sum]");
  if (question) sum(question);
});

form.addEventListener("submit", () => { isDirty = false; });

addEventListener("beforeunload", event => {
  if (isDirty) event.preventDefault();
});

addEventListener("keydown", event => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button[value=guardar]"));
});

// On a slow line she may have begun to write before this script came.
for (const field of form.querySelectorAll("textarea, input:not([type=hidden])"))
  if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));

// After a button the page comes back to the part it was about, and a link leads to one: writing goes on there.
const goToPart = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector("textarea, input:not([type=radio])")?.focus();
addEventListener("hashchange", goToPart);
const goOn = () => {
  if (document.activeElement !== document.body) return; // she is elsewhere already, and this script came late
  if (written) written.focus();
  else goToPart();
};
goOn();
addEventListener("load", () => setTimeout(goOn)); // the browser goes to the part too when all has come, and takes her out of where she writes
