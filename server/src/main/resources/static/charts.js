/* Draws every <div class="chart" data-chart data-json>. ECharts 6, canvas. Written for a strict Content-Security-Policy: data comes from an
   attribute, tooltips are DOM nodes built here, no HTML strings, no inline style. */
(function () {
  'use strict';
  var v, SANS, MINUS = '\u2212';
  function look() {
    var css = getComputedStyle(document.documentElement);
    v = function (n) { return css.getPropertyValue('--' + n).trim(); };
    SANS = getComputedStyle(document.body).fontFamily;
  }
  function fixed(x, d) { return x == null ? 'not scored' : (x < 0 ? MINUS : '') + Math.abs(x).toFixed(d); }
  function el(tag, cls, text) { var e = document.createElement(tag); if (cls) e.className = cls; if (text != null) e.textContent = text; return e; }
  function tip(title, rows) {
    var d = el('div', 'tip'); d.append(el('div', 'tt', title));
    rows.forEach(function (r) { var w = el('div', 'rw'); w.append(el('span', '', r[0]), el('span', '', r[1])); d.append(w); });
    return d;
  }
  function text(c, size) { return { color: v(c || 'text-3'), fontFamily: SANS, fontSize: size || 11 }; }
  function cut(s, n) { return s.length > n ? s.slice(0, n - 1) + '…' : s; }
  /* In rich text braces and bars would be read as markup. */
  function plain(s) { return s.replace(/[{}|]/g, ' '); }

  /* A label's lane: the second when it would touch the one before, none when both are taken (the list below has it). */
  function lanes(list, days, width, narrow) {
    var free = [-1e9, -1e9], px = width / days;
    return list.map(function (a) {
      var x = a[0] * px, w = narrow ? 14 : Math.min(a[1].length, 34) * 5.6 + 14, right = !narrow && x + w > width, from = right ? x - w : x;
      var lane = from > free[0] ? 0 : from > free[1] ? 1 : -1;
      if (lane >= 0) free[lane] = right ? x : x + w;
      return { right: right, lane: lane };
    });
  }
  function marks(d, i, narrow, width) {
    var place = lanes(d.annotations, d.days.length, width, narrow);
    return { silent: true, symbol: 'none', animation: false, lineStyle: { color: v('control-line'), width: 1, type: [2, 3] },
      label: Object.assign({ show: i === 0, position: 'end', rotate: 0 }, text('text-2', 11)),
      data: d.annotations.map(function (a, k) {
        var p = place[k], name = p.lane < 0 ? '' : narrow ? String(k + 1) : cut(a[1], 34);
        return { xAxis: a[0], label: { formatter: function () { return name; }, align: narrow ? 'center' : p.right ? 'right' : 'left', distance: [0, p.lane === 1 ? (narrow ? 17 : 20) : 5] } };
      }) };
  }
  function range(p) {
    var lo = Infinity, hi = -Infinity;
    [p.rest, p.kept, p.steps].forEach(function (s) { s.forEach(function (q) { if (q[1] === null) return; lo = Math.min(lo, q[1]); hi = Math.max(hi, q[1]); }); });
    if (!isFinite(lo)) { lo = 0; hi = 1; }
    if (lo === hi) { lo -= Math.abs(lo) * .05 || .5; hi += Math.abs(hi) * .05 || .5; }
    /* A few wild scores (a diverged loss) must not flatten the rest. */
    var all = p.rest.concat(p.kept).map(function (q) { return q[1]; }).sort(function (a, b) { return a - b; });
    if (all.length > 20) {
      var q1 = all[Math.floor(all.length * .05)], q9 = all[Math.floor(all.length * .95)], far = 4 * (q9 - q1 || 1);
      if (p.minimize && hi > q9 + far) hi = q9 + far / 4;
      if (!p.minimize && lo < q1 - far) lo = q1 - far / 4;
      p.steps.forEach(function (q) { if (q[1] === null) return; lo = Math.min(lo, q[1]); hi = Math.max(hi, q[1]); });
    }
    var raw = (hi - lo) / 4, mag = Math.pow(10, Math.floor(Math.log10(raw))), step = [1, 2, 2.5, 5, 10].map(function (m) { return m * mag; }).find(function (s) { return s >= raw; });
    return { min: Math.floor(lo / step + 1e-9) * step, max: Math.ceil(hi / step - 1e-9) * step, step: step, dec: Math.max(0, Math.min(6, -Math.floor(Math.log10(step) + 1e-9) + (String(step / mag) === '2.5' ? 1 : 0))) };
  }
  /* Steps closer than two pixels are one: the canvas skips so short a stroke and would draw a slope. */
  function risers(steps, px, py) {
    var cut = steps.findIndex(function (q) { return q[1] === null; });
    if (cut >= 0) { /* another scorer: a gap of some pixels at least */
      var gone = risers(steps.slice(0, cut), px, py), come = steps.slice(cut + 1), at = steps[cut][0], end = gone[gone.length - 1];
      if (end) end[0] = Math.min(end[0], Math.max(at - 7 / px, gone.length > 1 ? gone[gone.length - 2][0] : -1e9));
      return gone.concat([steps[cut]], risers(come, px, py));
    }
    var out = [];
    steps.forEach(function (q, i) {
      var last = out[out.length - 1];
      if (!last || i === steps.length - 1) out.push(last && Math.abs(q[1] - last[1]) * py < 2 ? [q[0], last[1]] : q);
      else if ((q[0] - last[0]) * px < 2) last[1] = q[1];
      else if (Math.abs(q[1] - last[1]) * py >= 2) out.push(q.slice());
    });
    return out;
  }
  /* A count as the pages write it: 9,999 and 12.8 k. */
  function short(n) {
    if (n <= 9999) return Math.round(n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
    var u = 0; while (n >= 999.5 && u < 4) { n /= 1000; u++; }
    return n.toFixed(n < 9.995 ? 2 : n < 99.95 ? 1 : 0) + '\u202f' + ['', 'k', 'M', 'G', 'T'][u];
  }
  /* The same on an axis, where all numbers are round. */
  function whole(n) { var u = 0; while (n >= 1000 && u < 4) { n /= 1000; u++; } return +n.toFixed(2) + (u ? '\u202f' + ['', 'k', 'M', 'G', 'T'][u] : ''); }
  var draw = {
    trend: function (d, narrow, width) {
      var N = d.days.length, left = narrow ? 42 : 60, right = narrow ? 112 : 132, y = 64, H = d.panels.length === 1 ? 190 : 124;
      var o = { animation: false, textStyle: { fontFamily: SANS }, grid: [], xAxis: [], yAxis: [], series: [], title: [],
        tooltip: { trigger: 'item', className: 'tipbox', renderMode: 'html', transitionDuration: 0, confine: true, padding: 0, borderWidth: 0, backgroundColor: 'transparent', extraCssText: '' } };
      var every = Math.max(1, Math.ceil(N / (narrow ? 3 : 9))); if (every > 3 && every < 7) every = 7;
      d.panels.forEach(function (p, i) {
        var last = i === d.panels.length - 1, r = range(p), id = { xAxisIndex: i, yAxisIndex: i };
        var fmt = function (x) { return fixed(x, p.decimals); }, name = function (x) { return d.days[Math.max(0, Math.min(N - 1, Math.round(x)))]; };
        o.grid.push({ left: left, right: right, top: y, height: H });
        o.title.push({ left: 0, top: y - (i ? 28 : narrow ? 44 : 58), padding: 0, text: '{a|' + plain(cut(p.name, narrow ? 22 : 40)) + '}  {b|' + plain(cut(p.note, narrow ? 46 : 60)) + '}',
          textStyle: { fontSize: 12, fontFamily: SANS, color: v('text'), fontWeight: 400, rich: { a: { color: v('text'), fontSize: 12, fontWeight: 600, fontFamily: SANS }, b: { color: v('text-3'), fontSize: 11, fontWeight: 400, fontFamily: SANS } } } });
        o.xAxis.push({ type: 'value', min: -0.5, max: N - 0.5, gridIndex: i, interval: 1, axisLine: { show: last, onZero: false, lineStyle: { color: v('line-strong') } }, axisTick: { show: false }, splitLine: { show: false }, axisPointer: { show: false }, position: 'bottom',
          axisLabel: Object.assign(text(), { show: last, hideOverlap: true, formatter: function (x) { var k = Math.round(x + .5) ; return k >= 0 && k < N && (N - 1 - k) % every === 0 ? d.days[k] : ''; } }) });
        o.yAxis.push({ type: 'value', gridIndex: i, inverse: p.minimize, min: r.min, max: r.max, interval: r.step, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: v('line'), width: 1 } }, axisLabel: Object.assign(text(), { margin: 8, formatter: function (x) { return fixed(x, r.dec); } }) });
        o.series.push(Object.assign({ type: 'scatter', name: 'reverted', data: p.rest, symbolSize: 2.6, large: p.rest.length > 4000, clip: true, itemStyle: { color: v('reverted'), opacity: .45 }, silent: true, z: 1 }, id));
        o.series.push(Object.assign({ type: 'line', name: 'running best', step: 'end', data: risers(p.steps.map(function (q) { return q.slice(); }), (width - left - right) / N, H / (r.max - r.min)), symbol: 'none', lineStyle: { color: v('text'), width: 1.5 }, z: 3, silent: true,
          endLabel: { show: p.steps.length > 0, distance: 10, formatter: function () { return '{v|' + fmt(p.last) + '}\n{k|' + (narrow ? p.delta.replace(/ last (night|day)/, '') : p.delta) + '}'; }, rich: { v: { color: v('text'), fontSize: 14, fontWeight: 600, fontFamily: SANS, lineHeight: 18 }, k: { color: v(p.good ? 'kept' : 'text-3'), fontSize: 11, fontFamily: SANS, lineHeight: 14 } } },
          markLine: marks(d, i, narrow, width - left - right) }, id));
        o.series.push(Object.assign({ type: 'scatter', name: 'best', data: p.bars, symbolSize: 14, itemStyle: { color: 'transparent' }, z: 4, cursor: 'pointer',
          tooltip: { formatter: function (q) { var b = q.value; return tip((d.unit === 'night' ? 'Night of ' : '') + name(b[0]), [['best', fmt(b[1])], ['running best', fmt(b[2])], ['scored rounds', String(b[3])], ['kept', String(b[4])], ['click', 'opens its rounds']]); } } }, id));
        if (p.restarts.length) o.series.push(Object.assign({ type: 'line', name: 'scorer', data: [], silent: true, markLine: { silent: true, symbol: 'none', animation: false, label: { show: false },
          lineStyle: { color: v('text-3'), width: 1, type: 'solid' }, data: p.restarts.map(function (x) { return { xAxis: x }; }) } }, id));
        o.series.push(Object.assign({ type: 'scatter', name: 'kept', data: p.kept, symbolSize: 6.5, clip: true, itemStyle: { color: v('kept'), borderColor: v('bg'), borderWidth: 1 }, z: 5, cursor: 'pointer',
          tooltip: { formatter: function (q) { return tip(name(q.value[0]) + ' · kept', [['score', fmt(q.value[1])], ['click', 'opens the round']]); } } }, id));
        y += H + 50;
      });
      return o;
    },
    /* Prompt sizes: two lines from zero, a disc where a bucket stands alone. */
    sizes: function (d, narrow, width) {
      var N = d.days.length, left = narrow ? 42 : 60, right = narrow ? 76 : 96, top = 40, H = narrow ? 170 : 180;
      var most = d.points.reduce(function (m, q) { return Math.max(m, q[2]); }, 1), raw = most / 4, mag = Math.pow(10, Math.floor(Math.log10(raw)));
      var step = Math.max(1, [1, 2, 2.5, 5, 10].map(function (m) { return m * mag; }).find(function (s) { return s >= raw - 1e-9; }));
      var every = Math.max(1, Math.ceil(N / (narrow ? 3 : 9))); if (every > 3 && every < 7) every = 7;
      /* The two labels at the end stand apart, however near their lines. */
      var end = d.points[d.points.length - 1], gap = end ? (end[2] - end[1]) / (Math.ceil(most / step) * step) * H : 0, apart = Math.max(0, 34 - gap) / 2;
      var at = {}; d.points.forEach(function (q) { at[q[0]] = true; });
      function line(k, colour, name) {
        var gaps = [], before = null;
        d.points.forEach(function (q) { if (before !== null && q[0] > before + 1) gaps.push([before + .5, null]); gaps.push([q[0], q[k]]); before = q[0]; });
        return { type: 'line', name: name, data: gaps, silent: true, clip: false, symbol: 'circle', symbolSize: function (v) { return v[1] === null || at[v[0] - 1] || at[v[0] + 1] ? 0 : 5; },
          itemStyle: { color: v(colour) }, lineStyle: { color: v(colour), width: 1.5 }, z: k === 1 ? 3 : 2,
          endLabel: { show: d.points.length > 0, distance: 8, offset: [0, k === 1 ? apart : -apart], formatter: function (q) { return '{v|' + short(q.value[1]) + '}\n{k|' + name + '}'; }, rich: { v: { color: v('text'), fontSize: 14, fontWeight: 600, fontFamily: SANS, lineHeight: 17 }, k: { color: v('text-3'), fontSize: 11, fontFamily: SANS, lineHeight: 13 } } } };
      }
      return { animation: false, textStyle: { fontFamily: SANS },
        tooltip: { trigger: 'item', className: 'tipbox', renderMode: 'html', transitionDuration: 0, confine: true, padding: 0, borderWidth: 0, backgroundColor: 'transparent', extraCssText: '' },
        grid: { left: left, right: right, top: top, height: H },
        xAxis: { type: 'value', min: -0.5, max: N - 0.5, interval: 1, axisLine: { onZero: false, lineStyle: { color: v('line-strong') } }, axisTick: { show: false }, splitLine: { show: false }, axisPointer: { show: false },
          axisLabel: Object.assign(text(), { hideOverlap: true, formatter: function (x) { var k = Math.round(x + .5); return k >= 0 && k < N && (N - 1 - k) % every === 0 ? d.days[k] : ''; } }) },
        yAxis: { type: 'value', min: 0, max: Math.ceil(most / step) * step, interval: step, axisLine: { show: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: v('line'), width: 1 } }, axisLabel: Object.assign(text(), { margin: 8, formatter: function (n) { return step >= 100 ? whole(n) : String(n); } }) },
        series: [Object.assign(line(1, 'text', 'median'), { markLine: marks(d, 0, narrow, width - left - right) }), line(2, 'text-3', '95th'),
          { type: 'scatter', name: 'best', data: d.points.map(function (q) { return [q[0], q[1], q[2], q[3], q[4], q[5]]; }), symbolSize: 14, itemStyle: { color: 'transparent' }, z: 4, cursor: 'pointer',
            tooltip: { formatter: function (q) { var p = q.value; return tip(d.days[p[0]], [['median', short(p[1])], ['95th percentile', short(p[2])], ['most', short(p[3])], ['calls', short(p[4])], ['click', 'opens these calls']]); } } }] };
    }
  };
  function paint(node) {
    var d = JSON.parse(node.dataset.json);
    if (node._chart) node._chart.dispose();
    if (draw[node.dataset.chart].ready) draw[node.dataset.chart].ready(d, node); /* what decides its size */
    var c = echarts.init(node, null, { renderer: 'canvas' });
    c.setOption(draw[node.dataset.chart](d, node.clientWidth < 640, node.clientWidth, node));
    c.on('click', function (q) {
      if (q.seriesName === 'kept') location.href = '/rounds/' + encodeURIComponent(q.value[2]);
      if (q.seriesName === 'best') location.href = q.value[5];
    });
    node._chart = c;
  }
  window.Charts = { all: all, draw: draw, tip: tip, text: text, cut: cut, colour: function (n) { return v(n); }, sans: function () { return SANS; } };
  function all() {
    look();
    document.querySelectorAll('.chart[data-chart]').forEach(function (node) {
      if (!draw[node.dataset.chart]) return; /* a later script draws it */
      if (!window.echarts) { node.textContent = 'The chart library is not loaded. The table view has the same numbers.'; return; }
      paint(node);
    });
  }
  var wait;
  addEventListener('resize', function () { clearTimeout(wait); wait = setTimeout(all, 120); });
  document.addEventListener('nightglass:theme', all);
  all();
})();
