"use strict";
// Livening of pages that work without it: live progress, choosing all rows of a table, menus that close.
(function () {
  // A run's page: progress arrives as events; at the end the page is read once more.
  document.querySelectorAll("[data-events]").forEach(function (place) {
    var source = new EventSource(place.dataset.events);
    // Nobody loses what he is typing.
    var renew = function () {
      source.close();
      var ended = place.querySelector("[data-ended]");
      if (ended && document.querySelector("details.ask[open]")) { ended.hidden = false; } else { window.location.reload(); }
    };
    source.addEventListener("progress", function (event) {
      var now = JSON.parse(event.data);
      if (place.dataset.status && now.status !== place.dataset.status) { renew(); return; }
      var steps = Array.from(document.querySelectorAll("[data-step]"));
      var at = steps.findIndex(function (step) { return step.dataset.step === now.step; });
      steps.forEach(function (step, number) {
        if (at >= 0) { step.classList.toggle("done", number < at); step.classList.toggle("now", number === at); }
      });
      place.querySelectorAll("[data-progress]").forEach(function (part) {
        var value = now[part.dataset.progress];
        if (value === undefined || value === null) { return; }
        if (part.tagName === "PROGRESS") { part.value = value; } else { part.textContent = value; }
      });
    });
    source.addEventListener("end", renew);
  });

  // A menu closes when somebody looks elsewhere or presses Escape.
  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  // A form is sent once.
  document.addEventListener("submit", function (event) {
    if (event.target.method !== "post") { return; }
    if (event.target.dataset.sent) { event.preventDefault(); return; }
    event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  // What is wider than the page can be scrolled by the keyboard, too.
  var reachable = function () {
    document.querySelectorAll(".scroll").forEach(function (part) {
      var caption = part.querySelector("caption");
      if (part.scrollWidth > part.clientWidth) {
        part.tabIndex = 0;
        part.setAttribute("role", "region");
        part.setAttribute("aria-label", caption ? caption.textContent : document.title);
      } else {
        part.removeAttribute("tabindex");
      }
    });
  };
  window.addEventListener("resize", reachable);

  // What is on the page, and what filters put there later.
  var enliven = function (root) {
    // One box that chooses all rows.
    root.querySelectorAll("input[data-choose-all]").forEach(function (all) {
      var form = all.closest("form");
      var count = form.querySelector("[data-chosen]");
      var boxes = function () { return Array.from(form.querySelectorAll("input[type=checkbox][name=" + all.dataset.chooseAll + "]")); };
      var tell = function () {
        var chosen = boxes().filter(function (box) { return box.checked; }).length;
        if (count) { count.textContent = chosen; }
        all.checked = chosen > 0 && chosen === boxes().length;
        all.indeterminate = chosen > 0 && chosen < boxes().length;
      };
      all.addEventListener("change", function () {
        boxes().forEach(function (box) { box.checked = all.checked; });
        tell();
      });
      form.addEventListener("change", tell);
      all.closest(".choose-all").hidden = false;
      tell();
    });

    // Who prints, prints.
    root.querySelectorAll("button[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    reachable();
  };
  enliven(document);
  document.addEventListener("htmx:afterSettle", function () { enliven(document.querySelector("main")); });
})();
