// Which questions are asked: one that hangs on another shows only when the answer
// there calls for it. Comes before the script of every page that has such questions,
// of those on the line and of the file that is filled in without one.
"use strict";
const showAsked = () => {
  const state = new Map();
  document.querySelectorAll("[data-if]").forEach((box) => {
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
