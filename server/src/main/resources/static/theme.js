/* Runs in the head, before first paint: theme from the address (?theme=light) or the stored choice. */
(function () {
  var q = new URLSearchParams(location.search).get('theme'), s = null;
  try { s = localStorage.getItem('theme'); } catch (e) { /* private window */ }
  var known = { dark: 1, light: 1 };
  document.documentElement.setAttribute('data-theme', known[q] ? q : known[s] ? s : 'dark');
})();
