/* HogQL for CodeMirror: colours, and what may stand at the cursor. Names come from /query/words once the editor is there. */
(function () {
  'use strict';
  var KEYWORDS = ('all and any array as asc between by case cast cross cube desc distinct else end except exists false final first following from full ' +
    'group having ilike in inner intersect interval into is join last left like limit not null nulls offset on or order outer over partition preceding prewhere qualify ' +
    'range recursive right rollup row rows sample select semi settings then ties to totals true unbounded union using when where window with').split(' ');
  var IS_KEYWORD = Object.create(null); KEYWORDS.forEach(function (k) { IS_KEYWORD[k] = true; });
  var OFFERED = ['SELECT', 'FROM', 'WHERE', 'GROUP BY', 'ORDER BY', 'HAVING', 'LIMIT', 'OFFSET', 'DISTINCT', 'AS', 'AND', 'OR', 'NOT', 'IN', 'LIKE', 'ILIKE', 'BETWEEN', 'IS NULL', 'IS NOT NULL',
    'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'JOIN', 'LEFT JOIN', 'INNER JOIN', 'ON', 'WITH', 'UNION ALL', 'DESC', 'ASC', 'INTERVAL', 'OVER', 'PARTITION BY', 'QUALIFY', 'ARRAY JOIN'];

  CodeMirror.defineMode('hogql', function () {
    function until(end, style) {
      return function (stream, state) {
        var c;
        while ((c = stream.next())) {
          if (c === '\\') stream.next();
          else if (c === end) { if (!stream.eat(end)) { state.in = null; return style; } }
        }
        return style;
      };
    }
    function comment(stream, state) { if (stream.match(/^.*?\*\//)) state.in = null; else stream.skipToEnd(); return 'comment'; }
    var inText = until("'", 'string'), inTicks = until('`', 'variable-2'), inQuotes = until('"', 'variable-2');
    return {
      startState: function () { return { in: null }; },
      copyState: function (s) { return { in: s.in }; },
      token: function (stream, state) {
        if (state.in) return state.in(stream, state);
        if (stream.eatSpace()) return null;
        if (stream.match('--') || stream.match('//') || stream.match('#')) { stream.skipToEnd(); return 'comment'; }
        if (stream.match('/*')) { state.in = comment; return comment(stream, state); }
        if (stream.match(/^f?'/)) { state.in = inText; return inText(stream, state); }
        if (stream.eat('`')) { state.in = inTicks; return inTicks(stream, state); }
        if (stream.eat('"')) { state.in = inQuotes; return inQuotes(stream, state); }
        if (stream.match(/^(0x[0-9a-f]+|\d+(\.\d*)?(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?)/i)) return 'number';
        if (stream.match(/^\{\s*[A-Za-z_][\w.]*\s*\}/)) return 'atom';
        var word = stream.match(/^[A-Za-z_$][\w$]*/);
        if (word) {
          var after = stream.string.charAt(stream.pos), before = stream.string.charAt(stream.start - 1);
          if (before !== '.' && IS_KEYWORD[word[0].toLowerCase()] && after !== '(') return 'keyword';
          if (before !== '.' && IS_KEYWORD[word[0].toLowerCase()] && /^(in|and|or|not|over|as|exists|on|using|from|any|all|by|when|case|then|else|limit|values)$/i.test(word[0])) return 'keyword';
          return after === '(' ? 'function' : null;
        }
        stream.next();
        return null;
      },
      lineComment: '--'
    };
  });

  var words = { tables: [], properties: [], functions: [], events: [] };
  function load() {
    return fetch('/query/words', { headers: { Accept: 'application/json' } }).then(function (r) { return r.ok ? r.json() : words; }).then(function (w) { words = w; document.documentElement.dataset.words = 'here'; }, function () { /* completes nothing */ });
  }
  function short(type) {
    var t = String(type).replace(/^Nullable\((.*)\)$/, '$1');
    return { String: 'text', Float64: 'number', Int64: 'whole number', UInt64: 'whole number', Bool: 'true/false', Date: 'day', UUID: 'uuid' }[t] || (/^DateTime/.test(t) ? 'time' : t);
  }
  function bare(text) { return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--[^\n]*/g, ' ').replace(/'(?:[^'\\]|\\.|'')*'/g, "''"); }
  /* Which table each name of a FROM or JOIN means, and the names of the WITHs. */
  function sources(text) {
    var found = { names: Object.create(null), tables: [], withs: [] }, m, t = bare(text), re = /\b(?:from|join)\s+([A-Za-z_]\w*)(?:\s+(?:as\s+)?([A-Za-z_]\w*))?/gi, w = /(?:\bwith\s+(?:recursive\s+)?|,\s*)([A-Za-z_]\w*)\s+as\s*\(\s*select\b/gi;
    while ((m = re.exec(t))) {
      var table = words.tables.find(function (x) { return x.name === m[1]; });
      if (!table) continue;
      if (found.tables.indexOf(table) < 0) found.tables.push(table);
      found.names[m[1]] = table;
      if (m[2] && !IS_KEYWORD[m[2].toLowerCase()]) found.names[m[2]] = table;
    }
    while ((m = w.exec(t))) found.withs.push(m[1]);
    return found;
  }
  function rank(list, typed) {
    var low = typed.toLowerCase();
    return list.map(function (x, i) {
      var name = x.name.toLowerCase(), at = name.indexOf(low);
      return { x: x, at: at < 0 ? 99 : at === 0 ? (x.name.indexOf(typed) === 0 ? 0 : 1) : /[^a-z0-9]/.test(name.charAt(at - 1)) ? 2 : 3, i: i };
    }).filter(function (r) { return r.at < 99 && (r.at < 3 || typed.length > 2); }).sort(function (a, b) { return a.at - b.at || a.x.order - b.x.order || a.i - b.i; }).slice(0, 60).map(function (r) { return r.x; });
  }
  function el(tag, cls, text) { var e = document.createElement(tag); if (cls) e.className = cls; if (text != null) e.textContent = text; return e; }
  function item(x, typed) {
    return { text: x.insert || x.name, entry: x, hint: x.pick, render: function (li) {
      var code = el('code'), at = x.name.toLowerCase().indexOf(typed.toLowerCase());
      if (typed && at >= 0) code.append(x.name.slice(0, at), el('mark', '', x.name.slice(at, at + typed.length)), x.name.slice(at + typed.length)); else code.append(x.name);
      li.append(code, el('span', 'ty', x.kind));
    } };
  }
  function column(table) { return function (c) { return { name: c.name, kind: table.name + ' · ' + short(c.type), title: table.name + '.' + c.name, doc: c.doc, order: 0 }; }; }
  function columnsOf(table) { return table.columns.concat((table.further || []).filter(function (c) { return !/^(session|group_\d)\./.test(c.name); })); }
  function property(p) { return { name: p.name, kind: short(p.type), title: 'properties.' + p.name, doc: p.doc || 'Arrived with some event; not of the catalog.', more: p.events && p.events.length ? 'of ' + p.events.slice(0, 4).join(', ') + (p.events.length > 4 ? ' and others' : '') : '', order: 1, pick: /^[A-Za-z_$][\w$]*$/.test(p.name) ? null : bracketed }; }
  /* A name that cannot stand after a dot: properties['a.b']. */
  function bracketed(cm, data, chosen) {
    var from = CodeMirror.Pos(data.from.line, data.from.ch - 1);
    cm.replaceRange("['" + chosen.entry.name.replace(/\\/g, '\\\\').replace(/'/g, "\\'") + "']", from, data.to, 'complete');
  }
  function func(f) {
    return { name: f.name, insert: f.name + '()', kind: f.aggregate ? 'aggregate' : 'function', title: f.signature, doc: f.doc, more: f.example + ' is ' + f.value, order: 3, pick: function (cm, data) {
      cm.replaceRange(f.name + (cm.getRange(data.to, CodeMirror.Pos(data.to.line, data.to.ch + 1)) === '(' ? '' : '()'), data.from, data.to, 'complete');
      var empty = /\(\)( ->|$)/.test(f.signature), at = cm.getCursor();
      if (!empty && cm.getRange(CodeMirror.Pos(at.line, at.ch - 2), at) === '()') cm.setCursor(CodeMirror.Pos(at.line, at.ch - 1));
    } };
  }
  function candidates(cm, from, typed, before) {
    var path = /([A-Za-z_]\w*)\.$/.exec(before), inText = /'([^']*)$/.exec(before), src = sources(cm.getValue());
    if (inText && (before.split("'").length - 1) % 2 === 1) {
      return /(^|[^\w.])event\s*(=|!=|<>|in\s*\((\s*'[^']*'\s*,)*)\s*'[^']*$/i.test(before) ? words.events.map(function (e) { return { name: e, kind: 'event', title: e, doc: '', order: 0 }; }) : [];
    }
    if (path && path[1] === 'properties') return words.properties.map(property);
    if (path) {
      var t = src.names[path[1]], joined = [], prefix = path[1] + '.';
      if (t) return columnsOf(t).map(column(t));
      src.tables.forEach(function (x) { (x.further || []).forEach(function (c) { if (c.name.indexOf(prefix) === 0) joined.push(column(x)({ name: c.name.slice(prefix.length), type: c.type, doc: c.doc })); }); });
      return joined;
    }
    var tables = words.tables.map(function (x) { return { name: x.name, kind: 'table', title: x.name, doc: x.doc, order: 2 }; }).concat(src.withs.map(function (w) { return { name: w, kind: 'WITH', title: w, doc: 'A query of this text.', order: 0 }; }));
    if (/\b(from|join)\s+$/i.test(before)) return tables;
    var cols = [];
    src.tables.forEach(function (x) { cols = cols.concat(columnsOf(x).map(column(x))); });
    if (src.tables.length === 0) words.tables.slice(0, 2).forEach(function (x) { cols = cols.concat(x.columns.map(column(x))); });
    return cols.concat(tables, words.functions.map(func), OFFERED.map(function (k) { return { name: k, kind: 'keyword', title: k, doc: '', order: 4 }; }));
  }
  function hint(cm) {
    var to = cm.getCursor(), line = cm.getLine(to.line).slice(0, to.ch), text = cm.getRange(CodeMirror.Pos(Math.max(0, to.line - 3), 0), to).replace(/\n/g, ' ');
    if (/comment/.test(cm.getTokenTypeAt(to) || '')) return null;
    var inside = (line.split("'").length - 1) % 2 === 1, typed = (inside ? /[^']*$/ : /[A-Za-z_$][\w$]*$|$/).exec(line)[0];
    var from = CodeMirror.Pos(to.line, to.ch - typed.length), list = rank(candidates(cm, from, typed, text.slice(0, text.length - typed.length)), typed);
    if (list.length === 1 && list[0].name === typed) return null;
    var data = { list: list.map(function (x) { return item(x, typed); }), from: from, to: to };
    CodeMirror.on(data, 'select', describe);
    CodeMirror.on(data, 'close', function () { if (panel) { panel.remove(); panel = null; } });
    return data;
  }
  var panel = null;
  function describe(chosen, li) {
    if (panel) panel.remove();
    var x = chosen.entry, box = li.parentNode.getBoundingClientRect();
    panel = el('div', 'hint-doc');
    panel.append(el('p', 't', x.title));
    if (x.doc) panel.append(el('p', '', x.doc));
    if (x.more) panel.append(el('p', 't3', x.more));
    var keys = el('p', 't3'); keys.append(el('kbd', '', 'Tab'), ' takes it, ', el('kbd', '', 'Esc'), ' closes'); panel.append(keys);
    if (box.right + 300 > innerWidth) return;
    panel.style.left = (box.right + scrollX) + 'px'; panel.style.top = (box.top + scrollY) + 'px'; panel.style.minHeight = box.height + 'px';
    document.body.append(panel);
  }
  window.HogQl = { load: load, hint: hint, isKeyword: function (w) { return !!IS_KEYWORD[w.toLowerCase()]; }, element: el, bare: bare };
})();
