/* What the placeholders of a query stand for: a field for each that stands in the text, kept while it is away. */
(function () {
  'use strict';
  var box = document.getElementById('values'), el = HogQl.element, kept = Object.create(null);
  if (!box) return;
  var kinds = box.dataset.kinds.split(',');
  function rows() { return Array.prototype.slice.call(box.querySelectorAll('.val')); }
  function of(row) { return { name: row.dataset.name, text: row.querySelector('input').value, kind: row.querySelector('select').value }; }
  function all() { return rows().map(of); }
  function hide(row) { var input = row.querySelector('input'); input.disabled = row.querySelector('select').value === 'null'; }
  function add(name) {
    var known = kept[name] || { text: '', kind: 'text' }, row = el('div', 'val'), label = el('label'), input = el('input'), select = el('select');
    row.dataset.name = name; input.type = 'text'; input.name = 'v.' + name; input.value = known.text; input.autocomplete = 'off'; input.spellcheck = false;
    select.name = 't.' + name; select.setAttribute('aria-label', 'Kind of {' + name + '}');
    kinds.forEach(function (k) { var o = el('option', '', k); o.selected = k === known.kind; select.append(o); });
    label.append(el('code', '', '{' + name + '}'), input); row.append(label, select); box.append(row); hide(row);
  }
  function show(names) {
    rows().forEach(function (row) { var one = of(row); kept[one.name] = one; if (names.indexOf(one.name) < 0) row.remove(); });
    var there = rows().map(function (row) { return row.dataset.name; });
    names.forEach(function (name) { if (there.indexOf(name) < 0) add(name); });
    box.hidden = names.length === 0;
  }
  /* {name} and {variables.name}; what is calculated in braces is found by the server when it is asked. */
  function follow(text) {
    var names = [], m, re = /\{\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*)\s*\}/g, bare = HogQl.bare(text);
    while ((m = re.exec(bare))) if (m[1] !== 'filters' && names.indexOf(m[1]) < 0) names.push(m[1]);
    show(names);
  }
  function found(page) {
    var names = rows().map(function (row) { return row.dataset.name; });
    page.querySelectorAll('#values .val').forEach(function (row) { if (names.indexOf(row.dataset.name) < 0) names.push(row.dataset.name); });
    show(names);
  }
  function set(list) { (Array.isArray(list) ? list : []).forEach(function (one) { kept[one.name] = one; }); rows().forEach(function (row) { row.remove(); }); }
  function address() {
    return all().map(function (one) { return '&v.' + encodeURIComponent(one.name) + '=' + encodeURIComponent(one.text) + (one.kind === 'text' && one.text ? '' : '&t.' + encodeURIComponent(one.name) + '=' + encodeURIComponent(one.kind)); }).join('');
  }
  box.addEventListener('change', function (e) { var row = e.target.closest('.val'); if (row) hide(row); });
  rows().forEach(hide);
  HogQl.values = { all: all, follow: follow, found: found, set: set, address: address };
})();
