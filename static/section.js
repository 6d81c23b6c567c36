// Comfort of pages that save themselves; each works without it.
"use strict";
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // A question that hangs on another one of the page shows only when it is asked.
  const depends = () => {
    const state = new Map();
    all("[data-if]", (box) => {
      const fields = Array.from(document.getElementsByName(box.dataset.if));
      const given = fields.filter((f) => (f.type === "radio" || f.type === "checkbox" ? f.checked : f.value)).map((f) => f.value);
      const wanted = box.dataset.is.split(" ");
      const parent = fields.length ? fields[0].closest("[data-if]") : null;
      const asked = given.some((value) => wanted.includes(value)) && !(parent && state.get(parent) === false);
      state.set(box, asked);
      box.hidden = !asked;
      box.querySelectorAll(".only-if-text").forEach((text) => (text.hidden = true));
    });
  };
  depends();
  addEventListener("change", depends);

  // Saves by itself a little after the last key, and again when the line is back.
  const form = document.querySelector("form[data-autosave]");
  const line = document.getElementById("saved");
  if (!form || !line || !window.fetch) return;
  let changed = false, busy = false, timer = 0, wait = 4000, over = false, pressed = null;
  const later = (ms) => { clearTimeout(timer); timer = setTimeout(save, ms); };
  const tell = (text, bad) => { line.textContent = text; line.classList.toggle("unsaved", bad); };
  const save = async () => {
    if (!changed || busy || over) return;
    busy = true;
    changed = false;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: "application/json" },
        credentials: "same-origin",
      });
      wait = 4000;
      if (answer.ok) {
        const saved = await answer.json();
        form.elements[form.dataset.count || "version"].value = saved.version;
        tell(saved.told, false);
      } else if (answer.status === 409) {
        over = true;
        tell((await answer.json()).told, true);
      } else if (answer.status < 500 && answer.status !== 429) {
        over = true;
        tell(form.dataset.signedOut, true);
      } else throw new Error("try again");
    } catch {
      changed = true;
      wait = Math.min(wait * 2, 60000);
      tell(form.dataset.offline, true);
    }
    busy = false;
    if (pressed) form.requestSubmit(pressed);
    else if (changed) later(wait);
  };
  form.addEventListener("input", () => { changed = true; later(wait); });
  // A press while it saves waits for the answer, which names the version to save over.
  form.addEventListener("submit", (event) => {
    over = true;
    if (!busy) return;
    event.preventDefault();
    pressed = event.submitter || form.querySelector("button[name=then]");
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
})();
