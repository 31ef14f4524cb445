(function () {
  "use strict";
  var form = document.querySelector(".filter");
  var cards = Array.from(document.querySelectorAll(".card"));
  var fits = function (words, text) {
    return words.every(function (word) { return text.indexOf(word) >= 0; });
  };
  var show = function () {
    var words = form.text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    cards.forEach(function (card) {
      var head = card.querySelector("h2").textContent + " " + card.querySelector("p").textContent;
      var isWhole = fits(words, head.toLowerCase());
      var some = 0;
      card.querySelectorAll(".p").forEach(function (pattern) {
        var hit = isWhole || fits(words, (head + " " + pattern.textContent + " " + pattern.dataset.says).toLowerCase());
        pattern.hidden = !hit;
        some += hit ? 1 : 0;
      });
      card.hidden = some === 0;
      shown += some;
    });
    form.querySelector("output").textContent = shown + (shown === 1 ? " pattern" : " patterns");
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  show();
})();
