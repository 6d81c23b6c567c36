// Comfort only: what is typed, counted against its limit as the server counts.
"use strict";
// Characters that only steer the direction of a text are not counted.
const counted = (box) => {
  const text = box.value.replace(/[\u202A-\u202E\u2066-\u2069]/g, "").trim();
  // Words are runs between white space that hold a letter or digit.
  if (box.dataset.unit === "words")
    return text.split(/\p{White_Space}+/u).filter((word) => /[\p{Alphabetic}\p{N}]/u.test(word)).length;
  // On one line white space is folded.
  const kept = box.tagName === "INPUT" ? text.replace(/\p{White_Space}+/gu, " ") : text;
  return Array.from(kept).length;
};

// data-limit="300" data-unit="words" (or "characters") shows "12 / 300"; under a short
// line, which is rarely full, only once it nearly is.
function tellCount(box) {
  let count = box.nextElementSibling;
  if (!count || !count.classList.contains("count")) {
    count = document.createElement("p");
    count.className = "count";
    count.dir = "ltr";
    box.after(count);
  }
  const used = counted(box), limit = Number(box.dataset.limit);
  count.textContent = used + " / " + limit;
  count.classList.toggle("count-over", used > limit);
  count.hidden = box.tagName === "INPUT" && used < limit * 0.8;
}
function showCounts() {
  document.querySelectorAll("[data-limit]").forEach(tellCount);
}
addEventListener("input", (event) => {
  if (event.target.dataset.limit) tellCount(event.target);
});
