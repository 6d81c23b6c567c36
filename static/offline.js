// The script inside an offline form: fills in what the file keeps, adds rows, and
// saves the same file again with what was typed. Nothing leaves the device.
"use strict";
(() => {
  const page = "<!doctype html>\n" + document.documentElement.outerHTML;
  const store = document.getElementById("evenhand-answers");
  const answers = JSON.parse(store.textContent);
  const main = document.getElementById("main");
  const form = document.querySelector("form");
  const saved = document.getElementById("saved");
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));
  let changed = false;

  const rename = (row, from, to) => {
    const old = from.replace(/\./g, "-"), now = to.replace(/\./g, "-");
    all(row, "*").forEach((node) => {
      for (const name of ["name", "value", "id", "for", "aria-describedby", "aria-labelledby"]) {
        const value = node.getAttribute(name);
        if (!value || (name === "value" && node.name !== "remove")) continue;
        node.setAttribute(name, value.split(from).join(to).split("f-" + old).join("f-" + now));
      }
    });
  };
  const rowsOf = (code) => all(document.getElementById("f-" + code), ".row-fields");
  const numberOf = (row) => Number(row.querySelector("button[name=remove]").value.split(".").pop());
  const empty = (row) => all(row, "input, select, textarea").forEach((field) => {
    if (field.type === "checkbox" || field.type === "radio") field.checked = false;
    else if (field.tagName === "SELECT") field.selectedIndex = 0;
    else field.value = "";
  });
  const legends = (code) => rowsOf(code).forEach((row, at) => {
    row.querySelector("legend").textContent = main.dataset.row.replace("#", at + 1);
  });
  const addRow = (code) => {
    const last = rowsOf(code).pop();
    const row = last.cloneNode(true);
    const from = code + "." + numberOf(last), to = code + "." + (numberOf(last) + 1);
    rename(row, from, to);
    empty(row);
    all(row, "[data-limit]").forEach(tellCount);
    last.after(row);
    legends(code);
    return row;
  };
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (button.name === "add") addRow(button.value).querySelector("input, select, textarea").focus();
    if (button.name === "remove") {
      const code = button.value.split(".")[0];
      const row = button.closest(".row-fields");
      if (rowsOf(code).length > 1) row.remove();
      else empty(row);
      showCounts();
      legends(code);
    }
    if (button.id === "keep") keep();
    if (button.name) touch();
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  // What the file kept goes back into its fields.
  for (const section of answers.sections)
    for (const [name, value] of section.fields) {
      const parts = name.split(".");
      if (parts.length > 2 || (parts.length === 2 && /^\d+$/.test(parts[1])))
        while (document.getElementById("f-" + parts[0]) && numberOf(rowsOf(parts[0]).pop()) < Number(parts[1])) addRow(parts[0]);
      for (const field of document.getElementsByName(name))
        if (field.type === "checkbox" || field.type === "radio") field.checked = field.checked || field.value === value;
        else field.value = value;
    }

  showCounts();

  const touch = () => { changed = true; saved.textContent = main.dataset.changed; };
  form.addEventListener("input", touch);
  form.addEventListener("change", showAsked);
  showAsked();

  const keep = () => {
    for (const section of answers.sections) {
      const box = document.querySelector('[data-section="' + section.code + '"]');
      const names = new Set(all(box, "[name]").filter((field) => field.tagName !== "BUTTON").map((field) => field.name));
      section.fields = Array.from(new FormData(form)).filter(([name]) => names.has(name));
    }
    const json = JSON.stringify(answers).split("<").join("\\u003c");
    const begin = page.indexOf(">", page.indexOf('id="evenhand-answers"')) + 1;
    const file = page.slice(0, begin) + json + page.slice(page.indexOf("</" + "script>", begin));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "text/html" }));
    link.download = document.title + ".html";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    changed = false;
    saved.textContent = main.dataset.kept;
  };
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
