/* Saves a tile as a picture: paints what is on the page onto a canvas, so a table and a drawing come out alike. Nothing is
   fetched, and no style is written inline: colours and fonts are read from the page. */
(function () {
  'use strict';
  var SVG = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'display'];
  function seen(c) { return c && c !== 'transparent' && !/^rgba\(.*, 0\)$/.test(c); }
  /* A copy of a drawing that carries its looks along as attributes: an image knows no style sheet. */
  function copy(svg) {
    var out = svg.cloneNode(true), from = [svg].concat(Array.from(svg.querySelectorAll('*'))), to = [out].concat(Array.from(out.querySelectorAll('*')));
    from.forEach(function (e, i) { var css = getComputedStyle(e); SVG.forEach(function (n) { var v = css.getPropertyValue(n); if (v) to[i].setAttribute(n, v); }); });
    var r = svg.getBoundingClientRect();
    out.setAttribute('xmlns', 'http://www.w3.org/2000/svg'); out.setAttribute('width', r.width); out.setAttribute('height', r.height); out.removeAttribute('class');
    return 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(out));
  }
  function image(url) { return new Promise(function (done, fail) { var i = new Image(); i.onload = function () { done(i); }; i.onerror = fail; i.src = url; }); }
  function words(c, node, ox, oy) {
    var css = getComputedStyle(node.parentElement), range = document.createRange(), text = node.textContent;
    if (!text.trim() || css.visibility === 'hidden') return;
    c.font = css.fontWeight + ' ' + css.fontSize + ' ' + css.fontFamily; c.fillStyle = css.color; c.textBaseline = 'middle';
    /* Word by word, since a line may break at each. */
    text.replace(/\S+/g, function (w, at) {
      range.setStart(node, at); range.setEnd(node, at + w.length);
      var r = range.getBoundingClientRect();
      if (r.width > 1 && r.height > 1) c.fillText(w, r.left - ox, r.top - oy + r.height / 2);
      return w;
    });
  }
  async function paint(c, e, ox, oy) {
    var css = getComputedStyle(e), r = e.getBoundingClientRect();
    if (css.display === 'none' || e.matches('.vh, .acts, .pages')) return;
    if (e instanceof HTMLCanvasElement) { c.drawImage(e, r.left - ox, r.top - oy, r.width, r.height); return; }
    if (seen(css.backgroundColor)) { c.fillStyle = css.backgroundColor; c.fillRect(r.left - ox, r.top - oy, r.width, r.height); }
    if (parseFloat(css.borderBottomWidth) && seen(css.borderBottomColor)) { c.fillStyle = css.borderBottomColor; c.fillRect(r.left - ox, r.bottom - oy - 1, r.width, 1); }
    if (e instanceof SVGSVGElement) { if (r.width && r.height) c.drawImage(await image(copy(e)), r.left - ox, r.top - oy, r.width, r.height); return; }
    for (var n of e.childNodes) {
      if (n.nodeType === 3) words(c, n, ox, oy);
      else if (n.nodeType === 1) await paint(c, n, ox, oy);
    }
  }
  async function save(button) {
    var tile = button.closest('.tile'), r = tile.getBoundingClientRect(), pad = 24, scale = 2;
    var wide = Math.max(r.width, tile.scrollWidth), canvas = document.createElement('canvas'), c = canvas.getContext('2d');
    canvas.width = (wide + 2 * pad) * scale; canvas.height = (r.height + 2 * pad) * scale; c.scale(scale, scale);
    c.fillStyle = getComputedStyle(document.body).backgroundColor; c.fillRect(0, 0, canvas.width, canvas.height);
    await paint(c, tile, r.left - pad, r.top - pad);
    var a = document.createElement('a'); a.download = button.dataset.name + '.png';
    canvas.toBlob(function (blob) { a.href = URL.createObjectURL(blob); a.click(); setTimeout(function () { URL.revokeObjectURL(a.href); }, 10000); button.disabled = false; }, 'image/png');
  }
  document.querySelectorAll('[data-do="png"]').forEach(function (b) { b.hidden = false; b.addEventListener('click', function () { b.disabled = true; save(b).catch(function () { b.disabled = false; b.textContent = 'PNG failed'; }); }); });
})();
