// Comfort only: every page works without this file.
"use strict";
(() => {
  const all = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // The error summary takes the focus, also where autofocus is ignored.
  const problems = document.getElementById("problems");
  if (problems && !location.hash) problems.focus();

  // Text areas grow with what is written in them.
  all("textarea", (area) => {
    const grow = () => {
      if (area.scrollHeight > area.clientHeight)
        area.style.blockSize = area.scrollHeight + area.offsetHeight - area.clientHeight + "px";
    };
    area.addEventListener("input", grow);
    grow();
  });

  showCounts();

  // A button that shows what was typed as a password.
  all("input[data-show]", (input) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button-link reveal";
    const name = () => (button.textContent = input.dataset[input.type === "password" ? "show" : "hide"]);
    button.addEventListener("click", () => {
      input.type = input.type === "password" ? "text" : "password";
      name();
    });
    name();
    input.after(button);
    if (input.form) input.form.addEventListener("submit", () => (input.type = "password"));
  });

  // The language switch takes along what was typed and not sent yet. Forms that save
  // themselves do so first (section.js).
  let typing = null;
  addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.method === "post" && form.enctype !== "multipart/form-data") typing = form;
  });
  all("form.languages", (languages) => languages.addEventListener("submit", () => {
    if (!typing || typing.dataset.autosave) return;
    const typed = Array.from(new FormData(typing)).filter(([name]) => name !== "csrf" && !name.includes("password"));
    const keep = (name, value) => {
      const field = languages.elements[name] || languages.appendChild(document.createElement("input"));
      field.type = "hidden";
      field.name = name;
      field.value = value;
    };
    keep("kept", JSON.stringify(typed));
    keep("return_to", new URL(typing.action).pathname + new URL(typing.action).search);
  }));

  // A second press on the same button within a few seconds sends nothing.
  const sent = new WeakMap();
  addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-exit")) return;
    if (Date.now() - (sent.get(form) || 0) < 4000) event.preventDefault();
    else sent.set(form, Date.now());
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) all("form", (form) => sent.delete(form));
  });

  // Leave at once: the page goes blank first; Escape twice does the same.
  const exit = document.querySelector("form[data-exit]");
  if (exit) {
    const keys = document.createElement("span");
    keys.className = "exit-keys";
    keys.textContent = exit.dataset.keys;
    exit.querySelector("button").append(keys);
    let last = -800;
    const blank = () => { document.title = "\u200b"; document.body.hidden = true; };
    exit.addEventListener("submit", () => setTimeout(blank));
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      if (event.timeStamp - last < 800) { blank(); exit.submit(); }
      last = event.timeStamp;
    });
  }
})();
