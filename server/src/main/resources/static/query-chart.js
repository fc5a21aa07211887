/* The chart of an answer: a line, an area or bars, of columns one can choose. The table beside it has the same numbers. */
(function () {
  'use strict';
  if (!window.Charts) return;
  var MOST_SERIES = 6, MOST_BARS = 40, MINUS = '\u2212', el = function (tag, text) { var e = document.createElement(tag); if (text != null) e.textContent = text; return e; };
  var UNITS = [[/(^|_)usd$/, 'USD'], [/(^|_)ms$|_millis$/, 'ms'], [/(^|_)seconds$|_s$/, 's'], [/(^|_)bytes$/, 'B'], [/tokens$/, 'tokens'], [/(^|_)share$|^from_(start|previous)$/, '0..1']];
  function unit(name) { var u = UNITS.find(function (x) { return x[0].test(name); }); return u ? u[1] : ''; }
  function axisName(name) { var u = unit(name); return u && name !== u ? name + ', ' + u : name; }
  function num(x) {
    if (x == null) return 'null';
    var a = Math.abs(x), s = a === 0 ? '0' : a >= 1e15 || a < 1e-4 ? a.toPrecision(3) : a >= 1000 ? a.toLocaleString('en', { maximumFractionDigits: a % 1 ? 2 : 0 }) : String(+a.toPrecision(4));
    return (x < 0 ? MINUS : '') + s;
  }
  function short(x) { var a = Math.abs(x); return a >= 1e9 ? num(x / 1e9) + ' G' : a >= 1e6 ? num(x / 1e6) + ' M' : a >= 1e4 ? num(x / 1e3) + ' k' : num(x); }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  var MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  function day(ms) { var d = new Date(ms); return d.getUTCDate() + ' ' + MONTHS[d.getUTCMonth()]; }
  function clock(ms) { var d = new Date(ms); return two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()); }
  function moment(ms, onlyDay) { var d = new Date(ms); return day(ms) + ' ' + d.getUTCFullYear() + (onlyDay ? '' : ' ' + clock(ms)); }

  /* What is drawn unless somebody chooses: the first time or else the first text across, the first number up, a text beside them as series. */
  function usual(d) {
    var of = function (mark, not) { return d.columns.findIndex(function (c, i) { return c.mark === mark && not.indexOf(i) < 0; }); };
    var x = of('time', []); if (x < 0) x = of('text', []); if (x < 0) x = of('number', []);
    var y = of('number', [x]), xm = d.columns[x].mark, series = xm === 'number' ? -1 : of('text', [x]);
    var repeats = new Set(d.rows.map(function (r) { return r[x]; })).size < d.rows.length;
    return { x: x, y: y, series: repeats ? series : -1, kind: xm === 'time' ? 'line' : xm === 'number' ? 'line' : 'bar' };
  }
  function parts(d, p) {
    if (p.series < 0) return { list: [{ name: d.columns[p.y].name, rows: d.rows }], left: 0 };
    var by = new Map();
    d.rows.forEach(function (r) { var k = r[p.series] == null ? 'null' : String(r[p.series]); if (!by.has(k)) by.set(k, { name: k, rows: [], sum: 0 }); var s = by.get(k); s.rows.push(r); s.sum += Math.abs(r[p.y] || 0); });
    var list = Array.from(by.values()), best = list.slice().sort(function (a, b) { return b.sum - a.sum; }).slice(0, MOST_SERIES);
    return { list: list.filter(function (s) { return best.indexOf(s) >= 0; }), left: list.length - best.length };
  }
  var MARKS = { kept: 'kept', reverted: 'reverted', crashed: 'crashed', open: 'open' };
  function colour(name, i, single) { return Charts.colour(single ? 's1' : MARKS[name] || 's' + (i + 1)); }
  function frame(d, p, narrow) {
    var sans = Charts.sans();
    return { animation: false, textStyle: { fontFamily: sans }, tooltip: { trigger: 'axis', className: 'tipbox', transitionDuration: 0, confine: true, padding: 0, borderWidth: 0, backgroundColor: 'transparent', extraCssText: '', axisPointer: { type: 'line', lineStyle: { color: Charts.colour('control-line'), width: 1, type: 'solid' } } },
      title: { left: 0, top: 3, padding: 0, text: axisName(d.columns[p.y].name), textStyle: { fontSize: 12, fontWeight: 400, color: Charts.colour('text-3'), fontFamily: sans } } };
  }
  function up(extra) {
    return Object.assign({ type: 'value', splitNumber: 4, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: Charts.colour('line'), width: 1 } }, axisLabel: Object.assign(Charts.text(), { margin: 8, formatter: short }) }, extra);
  }
  function across(d, p, extra) {
    return Object.assign({ name: axisName(d.columns[p.x].name), nameLocation: 'end', nameGap: 0, nameTextStyle: { color: Charts.colour('text-3'), fontSize: 11, align: 'right', verticalAlign: 'top', padding: [24, 0, 0, 0] }, axisLine: { lineStyle: { color: Charts.colour('line-strong') } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: Object.assign(Charts.text(), { hideOverlap: true }) }, extra);
  }
  /* Categories with names: bars from the left, the value at their end. */
  function barsAcross(d, p, narrow, width) {
    var rows = d.rows.slice(0, MOST_BARS), o = frame(d, p, narrow), left = Math.min(narrow ? 120 : 190, 24 + 7 * rows.reduce(function (n, r) { return Math.max(n, String(r[p.x]).length); }, 3));
    o.tooltip.trigger = 'item';
    o.tooltip.formatter = function (q) { return Charts.tip(String(rows[q.dataIndex][p.x]), [[d.columns[p.y].name, num(q.value)]]); };
    o.grid = { left: left, right: 16 + 7 * rows.reduce(function (n, r) { return Math.max(n, (r[p.y] == null ? 'null' : num(r[p.y])).length); }, 7), top: 26, bottom: 6 };
    o.xAxis = { type: 'value', show: false, min: function (v) { return Math.min(0, v.min); } };
    o.yAxis = { type: 'category', inverse: true, data: rows.map(function (r) { return r[p.x] == null ? 'null' : String(r[p.x]); }), axisLine: { show: false }, axisTick: { show: false }, axisLabel: Object.assign(Charts.text('text-2', 12), { interval: 0, formatter: function (s) { return Charts.cut(s, narrow ? 16 : 26); } }) };
    o.series = [{ type: 'bar', data: rows.map(function (r) { return r[p.y]; }), barMaxWidth: 16, barMinWidth: 2, itemStyle: { color: Charts.colour('s1') }, label: { show: true, position: 'right', color: Charts.colour('text'), fontSize: 12, fontFamily: Charts.sans(), formatter: function (q) { return q.value == null ? 'null' : num(q.value); } } }];
    return o;
  }
  function isAcross(d, p) { return p.kind === 'bar' && p.series < 0 && d.columns[p.x].mark === 'text'; }
  function height(d, p) { return isAcross(d, p) ? Math.max(3, Math.ceil((26 + 26 * Math.min(MOST_BARS, d.rows.length)) / 40)) : 8; }

  Charts.draw.rows = function (d, narrow, width, node) {
    var p = node._pick;
    if (isAcross(d, p)) return barsAcross(d, p, narrow, width);
    var o = frame(d, p, narrow), split = parts(d, p), single = split.list.length === 1, xc = d.columns[p.x], time = xc.mark === 'time', value = time || xc.mark === 'number' && p.kind !== 'bar';
    var cats = value ? null : Array.from(new Set(d.rows.map(function (r) { return r[p.x]; })));
    var stacked = !single && adds(d.columns[p.y].name) && p.kind !== 'line', xs = value ? Array.from(new Set(d.rows.map(function (r) { return r[p.x]; }))).filter(function (t) { return t != null; }).sort(function (a, b) { return a - b; }) : null;
    o.grid = { left: 4, right: 16, top: 34, bottom: single ? 22 : 44, containLabel: true };
    if (!single) o.legend = { bottom: 0, left: 0, icon: 'roundRect', itemWidth: 10, itemHeight: 10, textStyle: { color: Charts.colour('text-2'), fontSize: 11, fontFamily: Charts.sans() }, data: split.list.map(function (s) { return s.name; }) };
    o.xAxis = across(d, p, value ? { type: time ? 'time' : 'value', scale: true } : { type: 'category', data: cats.map(function (c) { return c == null ? 'null' : String(c); }) });
    if (time) { o.useUTC = true; var times = d.rows.map(function (r) { return r[p.x]; }).filter(function (t) { return t != null; }), lo = Math.min.apply(null, times), hi = Math.max.apply(null, times), far = hi - lo > 2 * 864e5;
      o.xAxis.axisLabel.formatter = function (ms) { return xc.day || far ? day(ms) : clock(ms); };
      if (xc.day || far) o.xAxis.minInterval = 864e5;
      if (p.kind === 'bar') { var step = gap(times); o.xAxis.min = lo - step / 2; o.xAxis.max = hi + step / 2; } }
    o.yAxis = up({ scale: p.kind === 'line' && !zero(d.columns[p.y].name) });
    o.tooltip.formatter = function (q) { if (!q.length) return ''; var at = q[0].axisValue; return Charts.tip(time ? moment(+at, xc.day) : String(xc.mark === 'number' ? num(+at) : at), q.filter(function (s) { return s.value != null && (!Array.isArray(s.value) || s.value[1] != null); }).map(function (s) { return [s.seriesName, num(Array.isArray(s.value) ? s.value[1] : s.value)]; })); };
    o.series = split.list.map(function (s, i) {
      var c = colour(s.name, i, single), rows = value && stacked ? filled(s.rows, p, xs) : value ? s.rows.map(function (r) { return [r[p.x], r[p.y]]; }).filter(function (r) { return r[0] != null; }).sort(function (a, b) { return a[0] - b[0]; }) : cats.map(function (k) { var r = s.rows.find(function (x) { return x[p.x] === k; }); return r ? r[p.y] : null; });
      var base = { name: s.name, data: rows, itemStyle: { color: c }, emphasis: { disabled: true } };
      if (p.kind === 'bar') return Object.assign(base, { type: 'bar', stack: stacked ? 'all' : undefined, barMaxWidth: 28, barMinWidth: 1 });
      return Object.assign(base, { type: 'line', symbol: rows.length > 60 ? 'none' : 'circle', symbolSize: 4, showSymbol: rows.length <= 60, lineStyle: { color: c, width: 1.5 }, areaStyle: p.kind === 'area' ? { color: c, opacity: .18 } : undefined, stack: stacked ? 'all' : undefined });
    });
    return o;
  };
  Charts.draw.rows.ready = function (d, node) {
    node._pick = node._pick || restored(d) || usual(d);
    toolbar(node, d, node._pick);
  };
  /* What is stacked has a value at every place: no row is nothing, an unknown stays unknown. (Stacks go by place in the list, not by time.) */
  function filled(rows, p, xs) {
    var at = new Map(rows.map(function (r) { return [r[p.x], r[p.y]]; }));
    return xs.map(function (x) { return [x, at.has(x) ? at.get(x) : 0]; });
  }
  /* Money and counts add up and begin at zero; scores, quantiles and means do neither. */
  function zero(name) { return /usd|count|rows|rounds|events|calls|tokens|bytes|cost|total|sum/.test(name); }
  function adds(name) { return zero(name) && !/(avg|mean|median|per_|p\d\d|best)/.test(name); }
  function gap(times) { var s = Array.from(new Set(times)).sort(function (a, b) { return a - b; }), g = 864e5; s.forEach(function (t, i) { if (i) g = i === 1 ? t - s[0] : Math.min(g, t - s[i - 1]); }); return g; }

  /* ---- choosing; the choice stands in the address ---- */
  function restored(d) {
    var q = new URLSearchParams(location.search), at = function (n) { return d.columns.findIndex(function (c) { return c.name === q.get(n); }); };
    if (!/^(line|area|bar)$/.test(q.get('chart') || '')) return null;
    var p = { kind: q.get('chart'), x: at('x'), y: at('y'), series: at('by') };
    return p.x >= 0 && p.y >= 0 && d.columns[p.y].mark === 'number' ? p : null;
  }
  function toolbar(node, d, p) {
    var section = node.parentNode, bar = section.querySelector('.chartbar'), split = parts(d, p), note = section.querySelector('.note-c'), drawn = isAcross(d, p) ? Math.min(MOST_BARS, d.rows.length) : d.rows.length, told = [];
    section.hidden = false;
    node.className = 'chart qh' + height(d, p);
    node.setAttribute('aria-label', d.columns[p.y].name + ' by ' + d.columns[p.x].name + '; the table has the same numbers');
    if (drawn < d.of) told.push('Drawn from the first ' + drawn.toLocaleString('en') + ' of ' + d.of.toLocaleString('en') + ' rows.');
    if (split.left) told.push(split.list.length + ' largest of ' + (split.list.length + split.left) + ' series.');
    note.textContent = told.join(' ');
    if (p.series === p.x) p.series = -1;
    if (bar.firstChild) { offer(); return; }
    var seg = el('span'); seg.className = 'seg'; seg.setAttribute('role', 'group'); seg.setAttribute('aria-label', 'Mark');
    [['line', 'Line'], ['area', 'Area'], ['bar', 'Bars']].forEach(function (k) { var b = el('button', k[1]); b.type = 'button'; b.dataset.kind = k[0]; b.setAttribute('aria-pressed', String(p.kind === k[0])); b.addEventListener('click', function () { p.kind = k[0]; seg.querySelectorAll('button').forEach(function (o) { o.setAttribute('aria-pressed', String(o === b)); }); chosen(); }); seg.append(b); });
    bar.append(seg, choice('y', 'up', function (c) { return c.mark === 'number'; }, false), choice('x', 'across', function () { return true; }, false), choice('series', 'by', function (c) { return c.mark === 'text'; }, true));
    offer();
    /* A column cannot be both across and series. */
    function offer() {
      var s = bar.lastElementChild.querySelector('select'), free = 0;
      Array.from(s.options).forEach(function (o) { o.disabled = o.hidden = +o.value === p.x; if (o.value !== '-1' && !o.disabled) free++; });
      s.value = String(p.series);
      bar.lastElementChild.hidden = !free;
    }
    function choice(field, label, fits, may) {
      var l = el('label', label + ' '), s = el('select');
      if (may) s.append(new Option('—', '-1'));
      d.columns.forEach(function (c, i) { if (fits(c)) s.append(new Option(c.name, String(i))); });
      s.value = String(p[field]);
      s.addEventListener('change', function () { p[field] = +s.value; chosen(); });
      if (s.options.length < 2) l.hidden = true;
      l.append(s); return l;
    }
    function chosen() {
      var to = new URL(location.href), q = to.searchParams;
      q.set('chart', p.kind); q.set('x', d.columns[p.x].name); q.set('y', d.columns[p.y].name);
      if (p.series < 0) q.delete('by'); else q.set('by', d.columns[p.series].name);
      history.replaceState(null, '', to.pathname + to.search);
      Charts.all();
    }
  }
})();
