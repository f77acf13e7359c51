// What a page gains when scripts run; each page works without. Delegated, so that parts swapped in by htmx work too.
(() => {
  'use strict';

  const prepare = (root) => {
    for (const button of root.querySelectorAll('button[data-reveal][hidden]')) button.hidden = false;
    for (const area of root.querySelectorAll('textarea[data-limit]')) count(area);
    const summary = root.querySelector('.errors[data-focus]');
    if (summary) {
      inOrderOfThePage(summary.querySelector('ul'));
      summary.focus();
    }
  };

  const count = (area) => {
    const counter = document.querySelector(`[data-counter="${CSS.escape(area.id)}"]`);
    if (!counter) return;
    // A line break is sent, and counted by the server, as two characters.
    const length = area.value.replace(/\r?\n/g, '\r\n').length;
    counter.textContent = counter.dataset.text.replace('{0}', length.toLocaleString('en-US'));
    counter.classList.toggle('over', length > Number(area.dataset.limit));
    counter.hidden = false;
  };

  // The server reports problems in no particular order; a reader goes from top to bottom.
  const inOrderOfThePage = (list) => {
    const place = (item) => {
      const link = item.querySelector('a[href^="#"]');
      const field = link && document.getElementById(link.getAttribute('href').slice(1));
      return field ? field.getBoundingClientRect().top : -Infinity;
    };
    list.append(...[...list.children].sort((a, b) => place(a) - place(b)));
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-reveal]');
    if (!button) return;
    const field = document.getElementById(button.dataset.reveal);
    const show = field.type === 'password';
    field.type = show ? 'text' : 'password';
    button.querySelector('[data-word]').textContent = show ? button.dataset.hide : button.dataset.show;
  });

  // A passphrase left visible must not be stored by the browser as an ordinary field.
  document.addEventListener('submit', (event) => {
    for (const button of event.target.querySelectorAll('button[data-reveal]')) {
      document.getElementById(button.dataset.reveal).type = 'password';
    }
  });

  document.addEventListener('input', (event) => {
    if (event.target.matches('textarea[data-limit]')) count(event.target);
  });

  // The search swaps itself for a new one: its filters stay open, and the focus stays where it was or, where that is
  // gone (a filter that was taken away), goes to what was found.
  let left = null;
  document.addEventListener('htmx:beforeSwap', () => {
    left = {open: document.querySelector('.facets')?.open, id: document.activeElement?.id};
  });
  document.addEventListener('htmx:load', (event) => {
    const facets = event.detail.elt.querySelector('.facets');
    if (!facets || !left) return;
    facets.open = left.open;
    const again = left.id && document.getElementById(left.id);
    (again || document.getElementById('found')).focus({preventScroll: Boolean(again)});
    left = null;
  });

  document.addEventListener('htmx:load', (event) => prepare(event.detail.elt));
  prepare(document);
})();
