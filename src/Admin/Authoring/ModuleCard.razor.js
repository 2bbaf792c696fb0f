// After a move the page comes back with the moved thing's button in its address: that button keeps the focus, so that
// the keyboard goes on moving it. Not where she went on elsewhere before this script came.
const name = decodeURIComponent(location.hash.slice(1));
const target = name && document.getElementById(name);
if (target?.matches("button") && document.activeElement === document.body) {
  const usable = target.disabled ? target.closest(".moves")?.querySelector("button:not(:disabled)") : target;
  usable?.focus();
}
