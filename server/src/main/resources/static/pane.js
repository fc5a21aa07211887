/* Theme switch, keys, and forms that send themselves. Every page works without it. */
(function () {
  'use strict';
  var root = document.documentElement;
  function theme() {
    var next = root.getAttribute('data-theme') === 'light' ? 'dark' : 'light';
    root.setAttribute('data-theme', next);
    try { localStorage.setItem('theme', next); } catch (e) { /* private window */ }
    document.dispatchEvent(new Event('nightglass:theme'));
  }
  document.addEventListener('click', function (e) {
    var t = e.target.closest('[data-do]');
    if (t && t.dataset.do === 'theme') theme();
    if (t && t.dataset.do === 'help') help();
    if (t && t.dataset.do === 'search') search();
    var row = e.target.closest('tr[data-row]');
    if (row && !e.target.closest('a, button, summary') && !String(getSelection())) { var a = row.querySelector('a[href]'); if (a) a.click(); }
  });
  document.addEventListener('change', function (e) {
    var form = e.target.closest('form[data-auto]');
    if (form && !form.hasAttribute('hx-get') && !typing) form.requestSubmit();
  });
  /* A form sends itself when a pointer chose. Arrow keys and typed dates change a field many times: they end with Enter or Show. */
  var typing = false;
  document.addEventListener('keydown', function (e) { typing = true; if (e.key === 'Enter' && e.target.matches('form[data-auto] select')) e.target.form.requestSubmit(); }, true);
  document.addEventListener('pointerdown', function () { typing = false; }, true);
  /* Empty fields stay out of the address. */
  document.addEventListener('submit', function (e) { e.target.querySelectorAll('input, select').forEach(function (f) { if (!f.value) f.disabled = true; }); });
  addEventListener('pageshow', function () { document.querySelectorAll('form :disabled[name]').forEach(function (f) { f.disabled = false; }); });
  document.addEventListener('htmx:configRequest', function (e) { var p = e.detail.parameters; Object.keys(p).forEach(function (k) { if (p[k] === '') delete p[k]; }); });

  function go(id) { var a = document.querySelector('[data-key="' + id + '"]'); if (a && a.getAttribute('aria-disabled') !== 'true') { location.href = a.href; return true; } return false; }
  function search() { var s = document.getElementById('q'); if (s) { s.focus(); s.select(); } else location.href = '/rounds#q'; }
  function help() { var d = document.getElementById('help'); if (d && !d.open) d.showModal(); else if (d) d.close(); }
  function move(by) {
    var rows = Array.prototype.slice.call(document.querySelectorAll('tr[data-row]'));
    if (!rows.length) return;
    var at = rows.findIndex(function (r) { return r.contains(document.activeElement); });
    var next = rows[Math.max(0, Math.min(rows.length - 1, at + by))], a = next && next.querySelector('a[href]');
    if (a) { a.focus(); next.scrollIntoView({ block: 'nearest' }); }
  }
  var leader = 0;
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(input|select|textarea)$/i.test(e.target.tagName)) return;
    if (leader && Date.now() - leader < 1500 && go('g' + e.key)) { leader = 0; e.preventDefault(); return; }
    leader = e.key === 'g' ? Date.now() : 0;
    if (e.key === '/') { e.preventDefault(); search(); }
    else if (e.key === '?') help();
    else if (e.key === 't') go('t');
    else if (e.key === 'j') move(1);
    else if (e.key === 'k') move(-1);
    else if (e.key === '[' || e.key === ']') go(e.key);
  });
  if (location.hash === '#q') search();
})();
