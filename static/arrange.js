// Comfort only: parts of a form, options of a question and criteria of a rubric are
// dragged to their place; the buttons do the same.
"use strict";
(() => {
  const form = document.querySelector("form[data-arrange]");
  if (!form) return;
  const path = (part) => part.dataset.part;
  const home = (part) => path(part).split(".").slice(0, -1).join(".");
  const kind = (part) => (path(part).startsWith("quiz.") ? "quiz" : path(part).split(".").length);
  let dragged = null, place = null;

  // Only questions change their home, and only for another section.
  const fits = (part) => kind(part) === kind(dragged) && (kind(part) === 2 || home(part) === home(dragged));
  const own = (list) => [...form.querySelectorAll("[data-part]")].filter((part) => home(part) === list && fits(part));

  // Where the part would stand with the pointer at a point: before a part, or at the end of a home.
  const at = (x, y) => {
    const under = document.elementFromPoint(x, y);
    if (!under || !form.contains(under)) return null;
    for (let part = under.closest("[data-part]"); part; part = part.parentElement.closest("[data-part]")) {
      if (!fits(part)) continue;
      const box = part.getBoundingClientRect(), all = own(home(part));
      const before = y < box.top + box.height / 2 ? part : all[all.indexOf(part) + 1];
      return { home: home(part), before, mark: before || part };
    }
    const section = under.closest("[data-part]");
    if (section && kind(dragged) === 2 && kind(section) === 1)
      return { home: path(section), before: undefined, mark: section };
    return null;
  };

  const show = (next) => {
    if (place) place.mark.classList.remove("drop-before", "drop-behind");
    place = next;
    if (place) place.mark.classList.add(place.before ? "drop-before" : "drop-behind");
  };

  const post = (fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const input = document.createElement("input");
      input.type = "hidden";
      Object.assign(input, { name, value });
      form.append(input);
    }
    form.requestSubmit();
  };

  const end = (drop) => {
    if (!dragged) return;
    const moved = dragged, target = place;
    moved.classList.remove("dragged");
    show(null);
    dragged = null;
    if (!drop || !target || target.before === moved) return;
    post({ place: path(moved), into: target.home, before: target.before ? path(target.before).split(".").pop() : "" });
  };

  form.querySelectorAll("[data-part]").forEach((part) => {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.setAttribute("aria-hidden", "true");
    grip.textContent = "⠿";
    part.querySelector(".form-buttons, .row-remove").prepend(grip);
    grip.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      dragged = part;
      part.classList.add("dragged");
    });
    grip.addEventListener("pointermove", (event) => {
      if (!dragged) return;
      show(at(event.clientX, event.clientY));
      const edge = 48;
      if (event.clientY < edge) scrollBy(0, -12);
      else if (event.clientY > innerHeight - edge) scrollBy(0, 12);
    });
    grip.addEventListener("pointerup", () => end(true));
    grip.addEventListener("pointercancel", () => end(false));
  });
  addEventListener("keydown", (event) => event.key === "Escape" && end(false));
})();
