// Keeps a page of a meeting fresh; the page works by loading it again without this.
"use strict";
(() => {
  const parts = document.querySelectorAll("[data-live]");
  const live = parts[0];
  if (!live || !window.EventSource || !window.fetch) return;
  const told = document.querySelector("[data-told]");
  const broken = document.querySelector("[data-broken]");
  let source = null, busy = false, again = false, timer = 0;
  const down = (is) => { if (broken) broken.hidden = !is; };

  // Takes over the new parts; the focus stays at what has the same name.
  const swap = (fresh) => {
    const held = Array.from(parts).some((part) => part.contains(document.activeElement));
    const focused = held ? document.activeElement.id : "";
    const moved = fresh[0].dataset.item !== live.dataset.item;
    parts.forEach((part, at) => { if (fresh[at]) part.replaceChildren(...fresh[at].childNodes); });
    for (const name of ["revision", "item", "events"]) live.dataset[name] = fresh[0].dataset[name];
    if (held) {
      const place = (focused && document.getElementById(focused)) || document.getElementById("front");
      if (place) place.focus({ preventScroll: true });
    }
    if (told) told.textContent = moved ? told.dataset.moved : told.dataset.changed;
  };

  const load = async () => {
    again = busy;
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin" });
      if (answer.status >= 500 || answer.status === 429) throw new Error("try again");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelectorAll("[data-live]");
      // No longer one's meeting, or signed out: the whole page says so.
      if (!answer.ok || answer.redirected || !fresh.length) return location.reload();
      if (fresh[0].dataset.revision !== live.dataset.revision || fresh[0].dataset.events !== live.dataset.events) swap(fresh);
      down(false);
    } catch {
      down(true);
      later();
    }
    busy = false;
    if (again) load();
  };

  // Where no stream is to be had, the page is asked for by itself now and then.
  const later = () => { clearTimeout(timer); timer = setTimeout(() => { load(); listen(); }, 15000); };

  const listen = () => {
    if (source) source.close();
    source = null;
    if (!live.dataset.events) return;
    source = new EventSource(live.dataset.events);
    source.addEventListener("open", () => { clearTimeout(timer); down(false); });
    source.addEventListener("changed", (event) => { if (event.data !== live.dataset.revision) load(); });
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) load();
      later();
    });
  };
  listen();
  addEventListener("pageshow", (event) => { if (event.persisted) { load(); listen(); } });
})();
