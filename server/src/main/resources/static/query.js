/* The query page: an editor in place of the text field, answers without loading the page again, history. Without it the form still asks. */
(function () {
  'use strict';
  var area = document.getElementById('hogql'), run = document.getElementById('run'), form = document.getElementById('ask'), said = document.getElementById('said');
  if (!area || !window.CodeMirror) return;
  var el = HogQl.element, MOST_PAST = 200, LONG = 4000, LONGEST = 60000;
  var mac = /Mac|iPhone|iPad/.test(navigator.platform);
  var cm = CodeMirror.fromTextArea(area, {
    mode: 'hogql', lineNumbers: true, lineWrapping: innerWidth < 600, matchBrackets: true, indentUnit: 2, tabSize: 2, viewportMargin: 40, styleActiveLine: true, theme: 'nightglass', inputStyle: 'textarea',
    screenReaderLabel: 'HogQL. Escape leaves the editor, Control Enter runs.',
    extraKeys: {
      'Ctrl-Enter': ask, 'Cmd-Enter': ask, 'Ctrl-Space': complete, 'Shift-Ctrl-Space': complete, 'Alt-Space': complete,
      'Tab': function (c) { if (c.somethingSelected()) c.indentSelection('add'); else c.replaceSelection('  ', 'end'); }, 'Shift-Tab': function (c) { c.indentSelection('subtract'); },
      /* No keyboard is caught: Escape leaves the editor for the button beside it. */
      'Esc': function () { if (running) cancel(); else { cm.getInputField().blur(); run.focus(); } },
      'Ctrl-/': comment, 'Cmd-/': comment, 'Shift-Alt-F': format
    }
  });
  if (mac) run.querySelector('kbd').textContent = '⌘ ⏎';
  cm.getWrapperElement().classList.add('on');
  cm.setOption('placeholder', area.placeholder);
  HogQl.load();
  addEventListener('resize', function () { cm.refresh(); });
  var active = null;
  cm.on('cursorActivity', function () { var n = cm.getCursor().line; if (active != null) cm.removeLineClass(active, 'background', 'cur'); active = cm.addLineClass(n, 'background', 'cur'); });

  function complete() { cm.showHint({ hint: HogQl.hint, completeSingle: false, alignWithWord: true, paddingForScrollbar: false, closeCharacters: /[\s()[\]{};:>,]/, extraKeys: { Tab: function (c, h) { h.pick(); } } }); }
  cm.on('inputRead', function (c, change) {
    if (c.state.completionActive || change.origin === 'paste' || change.origin === 'complete') return;
    var t = change.text[change.text.length - 1];
    if (/[A-Za-z_$.']$/.test(t)) complete();
  });
  function comment() {
    var from = cm.getCursor('from').line, to = cm.getCursor('to').line, off = true, i;
    for (i = from; i <= to; i++) if (!/^\s*--/.test(cm.getLine(i))) off = false;
    cm.operation(function () { for (var k = from; k <= to; k++) { var l = cm.getLine(k), m = /^(\s*)-- ?/.exec(l); if (off && m) cm.replaceRange(m[1], { line: k, ch: 0 }, { line: k, ch: m[0].length }); else if (!off) cm.replaceRange('-- ', { line: k, ch: 0 }); } });
  }

  /* ---- the address ---- */
  function base64(bytes) { var s = ''; bytes.forEach(function (b) { s += String.fromCharCode(b); }); return btoa(s).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''); }
  function address(text, view) {
    var more = HogQl.values.address() + (view ? '&view=' + view : ''), plain = encodeURIComponent(text);
    if (!text.trim()) return Promise.resolve('/query');
    if (plain.length <= LONG || !window.CompressionStream) return Promise.resolve('/query?q=' + plain + more);
    var packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return new Response(packed).arrayBuffer().then(function (b) { return '/query?z=' + base64(new Uint8Array(b)) + more; });
  }

  /* ---- asking ---- */
  var running = null, marks = [], ticking = 0;
  function ask(view) {
    view = typeof view === 'string' ? view : '';
    var text = cm.getValue();
    if (!text.trim()) { cm.focus(); return; }
    if (running) running.abort();
    var mine = running = new AbortController(), began = Date.now();
    busy(true, began);
    address(text, view).then(function (to) {
      if (to.length > LONGEST) throw new Error('This query is too long for an address. Ask it with the command line: ./nightglass query -');
      return fetch(to, { signal: mine.signal, headers: { Accept: 'text/html' } }).then(function (r) {
        return r.text().then(function (body) {
          if (mine !== running) return;
          show(new DOMParser().parseFromString(body, 'text/html'), body);
          if (location.pathname + location.search !== to) history.pushState(null, '', to);
          if (!view) remember(text, HogQl.values.all());
        });
      });
    }).catch(function (e) {
      if (mine !== running) return;
      tell(e.name === 'AbortError' ? 'Cancelled after ' + Math.max(1, Math.round((Date.now() - began) / 1000)) + ' s. The answer below, if any, is of the query before.' : e.name === 'TypeError' ? 'The pane does not answer. Is it still running?' : e.message, e.name !== 'AbortError');
    }).finally(function () { if (mine === running) { running = null; busy(false); } });
  }
  /* Lays the text out by the server; the answer below stays. */
  function format() {
    var text = cm.getValue();
    if (!text.trim()) return;
    address(text, 'format').then(function (to) { return fetch(to, { headers: { Accept: 'text/html' } }); }).then(function (r) { return r.text(); }).then(function (body) {
      var page = new DOMParser().parseFromString(body, 'text/html'), laidOut = page.getElementById('hogql');
      if (cm.getValue() !== text) return;
      if (page.getElementById('mistake') || !laidOut) { show(page, body); return; }
      if (laidOut.value === text) { said.textContent = 'It is formatted.'; return; }
      var at = cm.getCursor(); cm.setValue(laidOut.value); cm.setCursor(at); cm.focus(); said.textContent = 'Formatted. Undo brings back what was.';
    }).catch(function () { tell('The pane does not answer. Is it still running?', true); });
  }
  function cancel() { if (running) running.abort(); }
  function busy(is, began) {
    clearInterval(ticking);
    run.classList.toggle('stop', is);
    run.firstElementChild.textContent = is ? 'Cancel' : 'Run';
    run.querySelector('kbd').textContent = is ? 'Esc' : mac ? '⌘ ⏎' : 'Ctrl ⏎';
    document.getElementById('answer').classList.toggle('dim-s', is);
    if (is) ticking = setInterval(function () { run.firstElementChild.textContent = 'Cancel, ' + Math.round((Date.now() - began) / 1000) + ' s'; }, 1000);
  }
  function show(page, body) {
    var next = page.getElementById('answer'), old = document.getElementById('answer');
    if (!next) { var detail = body; try { detail = JSON.parse(body).detail; } catch (e) { /* as it came */ } tell(String(detail).slice(0, 300), true); return; }
    old.replaceWith(document.adoptNode(next));
    HogQl.values.found(page);
    document.getElementById('title').textContent = next.dataset.title;
    document.title = page.title;
    settle();
    var bar = next.querySelector('.bar-s'); said.textContent = bar ? bar.firstElementChild.textContent : '';
  }
  function tell(text, bad) {
    var answer = document.getElementById('answer'), bar = answer.querySelector('.bar-s.told');
    if (!bar) { bar = el('div', 'bar-s told'); answer.prepend(bar); }
    bar.replaceChildren(el('span', bad ? 'c-crashed' : '', text));
    said.textContent = text;
  }
  /* What the server wrote, made alive: the place of a mistake, the chart, links that copy. */
  function settle() {
    marks.forEach(function (m) { m.clear(); }); marks = [];
    cm.eachLine(function (l) { cm.removeLineClass(l, 'gutter', 'bad-g'); });
    var wrong = document.getElementById('mistake');
    if (wrong && wrong.dataset.at) {
      var at = cm.posFromIndex(+wrong.dataset.at), line = cm.getLine(at.line), word = /^([\w$]+|\S)/.exec(line.slice(at.ch)), from = at, to = CodeMirror.Pos(at.line, at.ch + (word ? word[0].length : 0));
      if (!word) { from = CodeMirror.Pos(at.line, Math.max(0, line.length - 1)); to = CodeMirror.Pos(at.line, line.length); }
      marks.push(cm.markText(from, to, { className: 'bad', attributes: { title: wrong.textContent } }));
      cm.addLineClass(at.line, 'gutter', 'bad-g');
      document.querySelectorAll('.where').forEach(function (w) { w.hidden = true; });
    }
    document.querySelectorAll('[data-act=copy]').forEach(function (a) { a.hidden = false; });
    if (window.Charts) Charts.all();
  }
  cm.on('change', function () { HogQl.values.follow(cm.getValue()); marks.forEach(function (m) { m.clear(); }); marks = []; });

  form.addEventListener('submit', function (e) { e.preventDefault(); if (running) cancel(); else ask(); });
  document.addEventListener('click', function (e) {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    var t = e.target.closest('[data-act], [data-ask], [data-insert]');
    if (!t) return;
    var act = t.dataset.act;
    if (t.dataset.ask != null) { e.preventDefault(); cm.setValue(t.dataset.ask); ask(); return; }
    if (t.dataset.insert != null) { cm.replaceSelection(t.dataset.insert); cm.focus(); return; }
    e.preventDefault();
    if (act === 'explain') ask('explain');
    else if (act === 'format') format();
    else if (act === 'run') ask();
    else if (act === 'place') { cm.focus(); cm.setCursor(cm.posFromIndex(+document.getElementById('mistake').dataset.at)); }
    else if (act === 'copy') { var to = new URL(t.getAttribute('href'), location.href).href; (navigator.clipboard ? navigator.clipboard.writeText(to) : Promise.reject()).then(function () { t.textContent = 'Copied'; setTimeout(function () { t.textContent = 'Copy link'; }, 1500); }, function () { prompt('The address of this query', to); }); }
  });
  /* A cell too long for its column opens by a click. */
  document.addEventListener('click', function (e) {
    var td = e.target.closest('.rs td');
    if (td && !e.target.closest('a') && !String(getSelection()) && (td.classList.contains('open') || td.scrollWidth > td.clientWidth)) td.classList.toggle('open');
  });
  addEventListener('popstate', function () { location.reload(); });
  document.addEventListener('keydown', function (e) {
    if (e.key === 'Escape' && running) { cancel(); return; }
    if (e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.target.closest('#values')) { e.preventDefault(); ask(); return; }
    if (/^(input|select|textarea)$/i.test(e.target.tagName) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === 'e') { e.preventDefault(); cm.focus(); }
  });

  /* ---- history: kept by this browser for this address, and nowhere else ---- */
  var past = document.getElementById('past'), pastButton = document.getElementById('past-b'), find = document.getElementById('past-q');
  function kept() { try { var l = JSON.parse(localStorage.getItem('queries') || '[]'); return Array.isArray(l) ? l : []; } catch (e) { return []; } }
  function keep(list) { try { localStorage.setItem('queries', JSON.stringify(list)); } catch (e) { if (list.length > 10) keep(list.slice(0, list.length >> 1)); } }
  function remember(text, given) {
    var bar = document.querySelector('#answer .bar-s'), list = kept().filter(function (p) { return p.q !== text; });
    list.unshift({ q: text, v: given, at: Date.now(), rows: bar && bar.dataset.rows ? +bar.dataset.rows : null, took: bar ? bar.dataset.took || '' : '' });
    keep(list.slice(0, MOST_PAST));
  }
  function fill() {
    var ol = past.querySelector('ol'), low = find.value.toLowerCase(), list = kept().filter(function (p) { return typeof p.q === 'string' && p.q.toLowerCase().indexOf(low) >= 0; });
    ol.replaceChildren.apply(ol, list.length ? list.map(function (p) {
      var li = el('li'), b = el('button'), day = new Date(p.at);
      b.type = 'button'; b.append(el('code', '', p.q.split('\n').slice(0, 4).join('\n')), el('span', 't3 s12', day.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }) + (p.rows == null ? ', refused' : ', ' + p.rows.toLocaleString('en') + (p.rows === 1 ? ' row' : ' rows') + (p.took ? ' in ' + p.took : ''))));
      b.addEventListener('click', function () { past.close(); HogQl.values.set(p.v); cm.setValue(p.q); cm.focus(); });
      li.append(b); return li;
    }) : [el('li', 't3', low ? 'No query like that.' : 'Nothing was asked yet in this browser.')]);
  }
  pastButton.hidden = false;
  pastButton.addEventListener('click', function () { find.value = ''; fill(); past.showModal(); });
  find.addEventListener('input', fill);
  past.addEventListener('click', function (e) { var b = e.target.closest('[data-past]'); if (e.target === past || b && b.dataset.past === 'close') past.close(); else if (b) { keep([]); fill(); } });

  settle();
  if (!cm.getValue() || document.getElementById('mistake')) cm.focus();
  if (document.getElementById('mistake') && document.getElementById('mistake').dataset.at) cm.setCursor(cm.posFromIndex(+document.getElementById('mistake').dataset.at));
  if (cm.getValue() && !new URLSearchParams(location.search).has('view')) remember(cm.getValue(), HogQl.values.all());
})();
