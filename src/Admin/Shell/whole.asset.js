// A form in which a button stands before fields is sent whole: pressed while the page is still coming, the button is pressed again when all of
// it is there; where the page was cut off, it says so. Runs as soon as it can, and keeps nothing waiting.

const marked = (form, name) => [...form.elements].some(field => field.name === name);
const isWhole = form => !marked(form, "forma-empieza") || marked(form, "forma-termina");
const waiting = new Map(); // what was pressed last, of each form

// Beside the button that was pressed, where there was one.
function tell(form, button, sentence) {
  document.querySelector(".coming")?.remove();
  const box = document.createElement("p");
  box.className = "problem coming";
  box.setAttribute("role", "alert");
  box.textContent = sentence;
  const place = button?.parentElement;
  if (place && place !== form) place.after(box);
  else form.prepend(box);
  box.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (isWhole(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting.set(form, event.submitter);
  tell(form, event.submitter, "La página todavía está llegando: se envía cuando esté entera. Si no termina de llegar, recárguela; lo que escribió se conserva.");
}, true);

// After the scripts of the page, which listen to what is sent too. Some browsers never come here where the page was cut off, others do.
addEventListener("load", () => {
  for (const form of document.forms) {
    if (!isWhole(form)) tell(form, waiting.get(form), "La página no llegó entera, y así no se puede guardar. Recárguela: lo que escribió se conserva.");
    else if (waiting.has(form)) form.requestSubmit(waiting.get(form));
  }
});
