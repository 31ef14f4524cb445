(function () {
  "use strict";
  var form = document.querySelector(".filter");
  if (form) {
    var rows = Array.from(document.querySelectorAll(".f"));
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    var fields = ["zone", "rule", "module", "severity"];
    var show = function () {
      var words = form.text.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, i) {
        var fits = fields.every(function (field) {
          return !form[field].value || row.dataset[field] === form[field].value;
        });
        fits = fits && (!form.blocks.checked || row.dataset.blocks === "true");
        fits = fits && (form.suppressed.checked || !row.classList.contains("suppressed"));
        fits = fits && words.every(function (word) { return texts[i].indexOf(word) >= 0; });
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      form.querySelector("output").textContent = shown + " of " + rows.length;
    };
    form.hidden = false;
    form.addEventListener("input", show);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(show); });
    document.querySelectorAll("svg g[data-field]").forEach(function (bar) {
      bar.addEventListener("click", function () {
        if (!form[bar.dataset.field]) {
          return;
        }
        form[bar.dataset.field].value = bar.dataset.value;
        show();
        document.getElementById("findings").scrollIntoView();
      });
    });
    show();
  }
  var open = function () {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var details = target && target.closest(".rules details");
    if (details) {
      details.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", open);
  open();
})();
