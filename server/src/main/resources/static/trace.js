/* The tree of a round: which row is open, folding, keys, rows that are drawn as they scroll in, copying. */
(function () {
  'use strict';
  var tree = document.querySelector('.tree');
  if (!tree) return;
  var opens = tree.dataset.open === 'true', current = null;

  function isRow(el) { return !!el && el.matches('.wf:not(.rules)'); }
  function level(row) { return +(row.getAttribute('aria-level') || row.dataset.level); }
  function selected() { return tree.querySelector(':scope > [aria-selected=true]'); }

  /* Rows that wait in a block or under a closed row stand in a template: not drawn, and found when asked for. */
  function draw(block) { var next = block.previousElementSibling; block.replaceWith(block.querySelector('template').content); return next; }
  function next(row) {
    var el = row.nextElementSibling;
    if (el && el.matches('template.kids')) el = el.nextElementSibling;
    if (el && el.matches('.rest')) { var before = draw(el); el = before.nextElementSibling; if (el && el.matches('template.kids')) el = el.nextElementSibling; }
    return el && el.matches('.gap-r') ? next(el) : el;
  }
  function before(row) {
    var el = row.previousElementSibling;
    if (el && el.matches('.rest')) { draw(el); el = row.previousElementSibling; }
    if (el && el.matches('template.kids')) el = el.previousElementSibling;
    if (el && el.matches('.gap-r')) return before(el);
    return isRow(el) ? el : null;
  }
  function parent(row) { var up = before(row); while (up && level(up) >= level(row)) up = before(up); return up; }

  function shown(row, open) {
    row.setAttribute('aria-expanded', open);
    row.querySelector('.tw-i').textContent = open ? '▾' : '▸';
  }
  function expand(row) {
    var kids = row.nextElementSibling;
    if (!kids || !kids.matches('template.kids')) return;
    kids.replaceWith(kids.content);
    shown(row, true);
  }
  function collapse(row) {
    var kids = document.createElement('template'), own = level(row);
    kids.className = 'kids';
    for (var el = row.nextElementSibling; el; el = row.nextElementSibling) {
      if (el.matches('.rest')) { draw(el); continue; }
      if (!el.matches('template') && level(el) <= own) break;
      kids.content.appendChild(el);
    }
    row.after(kids);
    shown(row, false);
  }
  /* Rows that are not like the others are in the address, so that back, reload and a copied link show the same. */
  function remember(row) {
    var id = (new URL(row.href || location.href, location.href).searchParams.get('node') || '').slice(0, 8);
    if (!row.href || !id) return;
    var url = new URL(location.href), turned = (url.searchParams.get('fold') || '').split(',').filter(Boolean), at = turned.indexOf(id);
    if ((row.getAttribute('aria-expanded') === 'true') === opens) { if (at >= 0) turned.splice(at, 1); } else if (at < 0) turned.push(id);
    address(url, turned.slice(-100).join(','));
    history.replaceState(history.state, '', url);
    here = url.pathname + url.search;
  }
  function address(url, fold) { if (fold) url.searchParams.set('fold', fold); else url.searchParams.delete('fold'); }
  function turn(row) {
    if (row.getAttribute('aria-expanded') === 'true') collapse(row); else if (row.getAttribute('aria-expanded') === 'false') expand(row); else return;
    remember(row);
  }

  function open(row) {
    if (!row) return;
    if (current) current.setAttribute('aria-selected', 'false');
    current = row;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    row.setAttribute('aria-selected', 'true');
    if (!row.href) return;
    var url = new URL(row.href), now = new URL(location.href);
    address(url, now.searchParams.get('fold'));
    if (url.href !== now.href) history.pushState({ trace: true }, '', url);
    here = url.pathname + url.search;
    htmx.ajax('GET', url.pathname + url.search, { source: tree, target: '#node', swap: 'outerHTML' });
  }
  function hasBad(root) {
    return !!root.querySelector('.wf.bad') || Array.prototype.some.call(root.querySelectorAll('template'), function (t) { return hasBad(t.content); });
  }
  /* The next error, wherever it waits; from the end it goes on at the top. */
  function error(from, again) {
    for (var el = from; el;) {
      if (el !== from && el.matches('.wf.bad')) return el;
      var after = el.nextElementSibling;
      if (after && after.matches('template.kids') && hasBad(after.content)) { expand(el); remember(el); after = el.nextElementSibling; }
      if (after && after.matches('template.kids')) after = after.nextElementSibling;
      if (after && after.matches('.rest')) {
        if (hasBad(after)) { draw(after); continue; }
        while (after && after.matches('.rest') && !hasBad(after)) after = after.nextElementSibling;
        if (after && after.matches('.rest')) { var last = draw(after); el = last && last.matches('.rest') ? last.nextElementSibling : last; if (el.matches('.wf.bad')) return el; continue; }
      }
      el = after;
    }
    return again ? null : error(tree.querySelector(':scope > .wf:not(.rules)'), true);
  }

  tree.addEventListener('click', function (e) {
    var row = e.target.closest('.wf');
    if (!isRow(row) || row.matches('.gap-r') || e.ctrlKey || e.metaKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    if (e.target.closest('.tw-i') && row.hasAttribute('aria-expanded') || !row.href) turn(row); else open(row);
  });
  document.addEventListener('click', function (e) {
    var copy = e.target.closest('[data-copy], [data-copy-link]');
    if (!copy || !navigator.clipboard) return;
    var text = copy.dataset.copy ? document.getElementById(copy.dataset.copy).textContent : location.href;
    navigator.clipboard.writeText(text).then(function () { copy.textContent = 'Copied'; });
  });
  document.addEventListener('keydown', function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(input|select|textarea)$/i.test(e.target.tagName) || document.querySelector('dialog[open]')) return;
    var focused = document.activeElement, row = isRow(focused) && tree.contains(focused) ? focused : selected();
    if (!row) row = tree.querySelector(':scope > .wf:not(.rules)');
    if (!row) return;
    if (e.key === 'j') open(next(row));
    else if (e.key === 'k') open(before(row));
    else if (e.key === 'e') open(error(row, false));
    else if (e.key === 'ArrowLeft' && !/tab/.test(e.target.getAttribute('role'))) {
      e.preventDefault();
      if (row.getAttribute('aria-expanded') === 'true') turn(row); else open(parent(row));
    } else if (e.key === 'ArrowRight' && !/tab/.test(e.target.getAttribute('role'))) {
      e.preventDefault();
      if (row.getAttribute('aria-expanded') === 'false') turn(row); else if (row.hasAttribute('aria-expanded')) open(next(row));
    } else if (e.key === 'Enter' && row === focused && !row.href) turn(row);
  });

  /* Back and forward read the page again: it says what was open. */
  var here = location.pathname + location.search;
  document.addEventListener('htmx:pushedIntoHistory', function () { here = location.pathname + location.search; });
  addEventListener('popstate', function () { if (location.pathname + location.search !== here) location.reload(); });

  var near = new IntersectionObserver(function (seen) {
    seen.forEach(function (s) { if (s.isIntersecting && s.target.isConnected) draw(s.target); });
  }, { rootMargin: '1200px' });
  Array.prototype.forEach.call(tree.querySelectorAll('.rest'), function (block) { near.observe(block); });

  if (!selected()) {
    var block = Array.prototype.find.call(tree.querySelectorAll('.rest'), function (b) { return b.querySelector('template').content.querySelector('[aria-selected=true]'); });
    if (block) draw(block);
  }
  var row = current = selected();
  if (row && row.getBoundingClientRect().top > innerHeight) row.scrollIntoView({ block: 'center' });
})();
