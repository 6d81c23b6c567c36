// Comfort of pages that save themselves; each works without it.
"use strict";
(() => {
  showAsked();
  addEventListener("change", showAsked);

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
        tell(saved.told, Boolean(saved.partly));
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
  // Another language is another page: what was typed is saved before it is left.
  const languages = document.querySelector("form.languages");
  let leaving = false;
  languages.addEventListener("submit", (event) => {
    if (leaving || over || !(changed || busy)) return;
    event.preventDefault();
    leaving = true;
    const go = () => (busy ? setTimeout(go, 50) : save().then(() => languages.requestSubmit(event.submitter)));
    go();
  });
  addEventListener("online", () => later(0));
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
})();
