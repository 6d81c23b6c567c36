// Comfort of the review page: the total as it forms, and scoring by number keys.
"use strict";
(() => {
  const form = document.querySelector("form[data-digits]");
  if (!form) return;
  const criteria = Array.from(form.querySelectorAll("[data-weight]"));
  const digits = form.dataset.digits.split(" ");
  const point = form.dataset.point;
  const show = (name, text) => document.querySelectorAll(`[data-live="${name}"]`).forEach((box) => (box.textContent = text));
  const localised = (text) => text.replace(/[0-9]/g, (digit) => digits[digit]).replace(".", point);

  const points = (box) => {
    const chosen = box.querySelector(".points input:checked");
    return chosen && /^[0-9]+$/.test(chosen.value) ? Number(chosen.value) : null;
  };
  // As the server does: steps times weight over all steps times the weight judged,
  // in tenths of a hundredth, halves upwards. Every scale divides the steps.
  const STEPS = 2520;
  const weigh = (boxes) => {
    let sum = 0, weight = 0;
    for (const box of boxes) {
      const given = points(box);
      if (given === null) continue;
      sum += given * (STEPS / Number(box.dataset.most)) * Number(box.dataset.weight);
      weight += Number(box.dataset.weight);
    }
    return { sum, weight };
  };
  const share = ({ sum, weight }) => {
    if (!weight) return "–";
    const tenths = Math.floor((2000 * sum + STEPS * weight) / (2 * STEPS * weight));
    return localised(Math.floor(tenths / 10) + "." + (tenths % 10));
  };
  const whole = criteria.reduce((sum, box) => sum + Number(box.dataset.weight), 0);
  const tell = () => {
    const all = weigh(criteria);
    show("total", share(all));
    for (const kind of ["merit", "priority"]) show(kind, share(weigh(criteria.filter((box) => box.dataset.kind === kind))));
    const complete = all.weight > 0 && whole - all.weight <= Math.floor(whole / 3);
    document.querySelectorAll("[data-incomplete]").forEach((box) => {
      box.hidden = complete;
      box.textContent = box.dataset.incomplete.replace("{weight}", localised(String(all.weight)));
    });
    for (const box of criteria) {
      const bar = document.querySelector(`li[data-bar="${box.id}"]`);
      if (!bar) continue;
      const given = points(box), chosen = box.querySelector(".points input:checked");
      bar.querySelector(".bar-fill").setAttribute("width", ((given || 0) * 100) / Number(box.dataset.most) + "%");
      if (!chosen) continue;
      const mark = chosen.closest("label").querySelector(".point-mark").textContent;
      bar.querySelector(".bar-value").textContent = given === null ? mark : form.dataset.points.replace("{points}", mark).replace("{most}", localised(box.dataset.most));
    }
  };
  form.addEventListener("change", tell);

  // Keys on a focused criterion: a digit chooses its point, a 0 soon after the 1
  // the point 10 where there is one, n "cannot judge": the key that bears it, too, where
  // an Arabic or Hebrew layout writes another letter.
  const SOON = 1000;
  let one = { box: null, at: 0 };
  const typed = (key, box) => {
    const arabic = "٠١٢٣٤٥٦٧٨٩".indexOf(key);
    const digit = key.length === 1 && arabic >= 0 ? String(arabic) : key;
    if (!/^[0-9]$/.test(digit)) return key === "n" || key === "N" ? "abstain" : null;
    const ten = digit === "0" && box.dataset.most === "10" && one.box === box && Date.now() - one.at < SOON;
    one = { box: digit === "1" ? box : null, at: Date.now() };
    return ten ? "10" : digit;
  };
  form.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("textarea, [type=text]")) return;
    const key = event.code === "KeyN" && !/[a-z]/i.test(event.key) ? "n" : event.key;
    const box = event.target.closest("[data-weight]"), value = box && typed(key, box);
    const radio = box && value !== null && box.querySelector(`.points input[value="${value}"]`);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    radio.focus();
    for (const kind of ["input", "change"]) radio.dispatchEvent(new Event(kind, { bubbles: true }));
  });
  document.querySelectorAll("[data-keys]").forEach((hint) => (hint.hidden = false));
})();
