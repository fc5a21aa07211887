/* Narrows the schema while one types. Without it the form asks the server. */
(function () {
  'use strict';
  var q = document.getElementById('q'), none = document.getElementById('none');
  if (!q) return;
  function narrow() {
    var low = q.value.trim().toLowerCase(), any = false;
    document.querySelectorAll('.sch tr[data-find]').forEach(function (tr) { tr.hidden = tr.dataset.find.indexOf(low) < 0; any = any || !tr.hidden; });
    document.querySelectorAll('.sch .part, .sch').forEach(function (p) { p.hidden = !p.querySelector('tr[data-find]:not([hidden])'); });
    none.hidden = any;
    var to = new URL(location.href);
    if (low) to.searchParams.set('q', q.value.trim()); else to.searchParams.delete('q');
    history.replaceState(null, '', to.pathname + to.search + to.hash);
  }
  q.addEventListener('input', narrow);
  q.form.addEventListener('submit', function (e) { e.preventDefault(); });
})();
