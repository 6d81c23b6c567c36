// Sends files in parts, so that a broken line loses nothing. Comfort only: without
// this file the same form posts them whole.
"use strict";
(() => {
  const form = document.querySelector("form[data-upload]");
  if (!form || !window.fetch) return;
  const words = form.dataset;
  const input = form.querySelector("[type=file]");
  const box = form.querySelector(".sending");
  const [text, bar] = box.children;
  const csrf = form.elements.csrf.value;

  // What trying again can't put right; its text is for the reader.
  class Stop extends Error {}

  const say = (what, name) => {
    const known = document.createElement("bdi");
    known.textContent = name;
    text.replaceChildren(what + " ", known);
  };

  const pause = (ms) => new Promise((go) => {
    setTimeout(go, ms);
    addEventListener("online", go, { once: true });
  });

  // By this the server knows the file again after a reload: its time and its ends.
  const markOf = async (file) => {
    const ends = new Blob([file.slice(0, 32768), file.slice(-32768)]);
    let one = 0x811c9dc5, two = 5381;
    for (const byte of new Uint8Array(await ends.arrayBuffer())) {
      one = Math.imul(one ^ byte, 0x01000193);
      two = (Math.imul(two, 33) + byte) | 0;
    }
    return [file.lastModified, one >>> 0, two >>> 0].map((part) => part.toString(36)).join("-");
  };

  const ask = async (place, more) => {
    const answer = await fetch(place, { redirect: "manual", cache: "no-store", ...more });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403)
      throw new Stop(words.wordsSignedOut);
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    // Anything but an answer to this script is a page: the round has ended, say.
    const kind = answer.headers.get("content-type") || "";
    if (!kind.startsWith("application/json")) throw new Stop(words.wordsLost);
    return answer.json();
  };

  // Until it works: waits longer each time, or until the line is back.
  const insist = async (name, work) => {
    for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
      try {
        return await work();
      } catch (trouble) {
        if (trouble instanceof Stop) throw trouble;
        say(words.wordsWaiting, name);
        await pause(wait);
      }
    }
  };

  const read = async (file, from, to) => {
    try {
      return await file.slice(from, to).arrayBuffer();
    } catch {
      throw new Stop(words.wordsLost);
    }
  };

  const send = async (file) => {
    const { name, size } = file;
    if (size > Number(words.most)) throw new Stop(words.wordsLarge);
    say(words.wordsSending, name);
    bar.value = 0;
    const fields = { csrf, name, size, media: file.type, mark: await markOf(file) };
    let told = await insist(name, () =>
      ask(words.upload, { method: "POST", body: new URLSearchParams(fields) }));
    const place = told.place;
    // Small pieces on a bad line, larger ones on a good one.
    let piece = 131072;
    while (!told.done && !told.error) {
      const offset = told.offset;
      bar.value = (offset / size) * 100;
      say(offset + piece < size ? words.wordsSending : words.wordsChecking, name);
      const body = await read(file, offset, offset + piece);
      const began = performance.now();
      try {
        const headers = { "x-csrf": csrf, "upload-offset": offset, "content-type": "application/octet-stream" };
        told = await ask(place, { method: "POST", headers, body });
        piece = performance.now() - began < 2000 ? Math.min(piece * 2, 2097152) : Math.max(piece / 2, 32768);
        if (!told.done && !told.error && told.offset === offset) await pause(1000);
      } catch (trouble) {
        if (trouble instanceof Stop) throw trouble;
        piece = Math.max(piece / 2, 32768);
        say(words.wordsWaiting, name);
        await pause(1000);
        told = await insist(name, () => ask(place));
      }
    }
    if (told.error) throw new Stop(told.error);
    bar.value = 100;
  };

  // The list of files as it is now, without leaving what is told here.
  const refresh = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("there");
    if (now) document.getElementById("there").replaceWith(now);
  };

  let busy = false;
  form.addEventListener("submit", async (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    box.hidden = false;
    bar.hidden = false;
    const problems = [];
    for (const file of input.files) {
      try {
        await send(file);
      } catch (trouble) {
        problems.push([file.name, trouble instanceof Stop ? trouble.message : words.wordsLost]);
      }
    }
    if (!problems.length) return location.replace(location.pathname);
    bar.hidden = true;
    text.replaceChildren(...problems.map(([name, problem]) => {
      const line = document.createElement("span");
      line.className = "error";
      line.textContent = problem.includes(name) ? problem : name + ": " + problem;
      return line;
    }));
    await refresh().catch(() => {});
    busy = false;
  });
})();
