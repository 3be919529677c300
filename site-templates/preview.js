// In a preview only: loads the page anew when a file was saved, and shows what the check found.
(function () {
  'use strict';
  var script = new URL(document.currentScript.src);
  var own = script.searchParams.get('edition');

  function element(name, text, parent) {
    var made = document.createElement(name);
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  // The bar speaks the language of its findings, whatever the page's is.
  function show(findings, language) {
    var vi = language === 'vi';
    var counted = {
      error: vi ? 'lỗi' : 'errors', warning: vi ? 'nhắc' : 'warnings', todo: vi ? 'chờ người' : 'to-dos'
    };
    function of(severity) {
      return findings.filter(function (finding) { return finding.severity === severity; });
    }
    var panel = document.createElement('details');
    panel.className = 'lantoa-preview';
    panel.lang = language;
    panel.open = of('error').length > 0;
    panel.setAttribute('data-worst', of('error').length ? 'error' : of('warning').length ? 'warning' : 'none');
    var counts = Object.keys(counted).map(function (severity) {
      return of(severity).length + ' ' + counted[severity];
    });
    element('summary', (vi ? 'Xem thử: ' : 'Preview: ') + counts.join(', '), panel);
    var list = element('ul', '', panel);
    of('error').concat(of('warning')).slice(0, 50).forEach(function (finding) {
      var item = element('li', '', list);
      element('code', finding.file + ':' + finding.line + ':' + finding.column, item);
      element('span', ' ' + finding.message + ' [' + finding.rule + '] ', item);
      element('em', '→ ' + finding.fix, item);
    });
    document.body.appendChild(panel);
  }

  fetch(new URL('findings.json', script)).then(function (answer) {
    return answer.json().then(function (findings) { show(findings, answer.headers.get('Content-Language')); });
  });

  // It connects again by itself when the preview is started anew.
  new EventSource(new URL('events', script)).onmessage = function (event) {
    if (event.data !== own) location.reload();
  };
})();
