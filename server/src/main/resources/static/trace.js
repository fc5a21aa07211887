/* The tree of a round: which line is open, keys, copying. The page works without it. */
(function () {
  'use strict';
  function lines() { return Array.prototype.slice.call(document.querySelectorAll('a.wf')); }
  function mark(line) {
    lines().forEach(function (l) { if (l.getAttribute('aria-selected') === 'true') l.setAttribute('aria-selected', 'false'); });
    line.setAttribute('aria-selected', 'true');
  }
  document.addEventListener('click', function (e) {
    var line = e.target.closest('a.wf');
    if (line) mark(line);
    var copy = e.target.closest('[data-copy]');
    if (copy && navigator.clipboard) navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent).then(function () { copy.textContent = 'Copied'; });
  });
  function open(line) { if (line) { line.focus({ preventScroll: true }); line.scrollIntoView({ block: 'nearest' }); line.click(); } }
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(input|select|textarea)$/i.test(e.target.tagName)) return;
    var all = lines(), at = all.findIndex(function (l) { return l.getAttribute('aria-selected') === 'true'; });
    if (e.key === 'j') open(all[Math.min(all.length - 1, at + 1)]);
    else if (e.key === 'k') open(all[Math.max(0, at - 1)]);
    else if (e.key === 'e') open(all.slice(at + 1).concat(all).find(function (l) { return l.classList.contains('bad'); }));
  });
})();
