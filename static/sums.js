// Comfort only: sums up a budget while it is typed. The server sums it up again.
"use strict";
(() => {
  const box = document.querySelector("[data-budget]");
  const lines = box && document.getElementById(box.dataset.budget);
  if (!lines) return;
  const decimals = Number(box.dataset.decimals);

  // As the server reads amounts: digits of three scripts, spaces and separators.
  const read = (text, most) => {
    const plain = text
      .replace(/[\u0660-\u0669]/g, (c) => c.charCodeAt(0) - 0x660)
      .replace(/[\u06f0-\u06f9]/g, (c) => c.charCodeAt(0) - 0x6f0)
      .replace(/\u066b/g, ".")
      .replace(/\u066c/g, ",")
      .replace(/[\s'\u2000-\u200f\u202a-\u202f\u2066-\u2069]/g, "");
    let at = plain.lastIndexOf(".");
    if (at < 0) {
      const comma = plain.lastIndexOf(",");
      if (comma >= 0 && plain.length - comma <= 3) at = comma;
    }
    const whole = (at < 0 ? plain : plain.slice(0, at)).replace(/,/g, "");
    const rest = at < 0 ? "" : plain.slice(at + 1);
    if (!/^\d+$/.test(whole) || !/^\d*$/.test(rest) || rest.length > most) return null;
    return BigInt(whole + rest.padEnd(most, "0"));
  };
  const figure = (row, code, most) => {
    const input = row.querySelector('[name$=".' + code + '"]');
    return input && input.value.trim() ? read(input.value, most) : null;
  };
  const print = (minor) => {
    const unit = 10n ** BigInt(decimals);
    const whole = (minor / unit).toString().replace(/\B(?=(\d{3})+$)/g, ",");
    const rest = minor % unit;
    return box.dataset.currency + "\u00a0" + whole + (rest ? "." + rest.toString().padStart(decimals, "0") : "");
  };
  const sum = () => {
    const sums = { cost: 0n, asked: 0n, others: 0n };
    for (const row of lines.querySelectorAll(".row-fields")) {
      const asked = figure(row, "amount", decimals) || 0n;
      const others = figure(row, "others", decimals) || 0n;
      const quantity = figure(row, "quantity", 0);
      const unit = figure(row, "unit_cost", decimals);
      sums.cost += quantity === null || unit === null ? asked + others : quantity * unit;
      sums.asked += asked;
      sums.others += others;
    }
    box.querySelectorAll("[data-sum] bdi").forEach((cell) => {
      cell.dir = "ltr";
      cell.textContent = print(sums[cell.parentElement.dataset.sum]);
    });
  };
  lines.addEventListener("input", sum);
})();
