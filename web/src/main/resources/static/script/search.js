// Finds clients, pages and muscles while one types; what is typed may be a name, and travels in the body of a request.

import { all, first } from './page.js';

const PAUSE = 150; // ms after the last key; own choice, 2026: shorter than one notices, longer than between two letters

/** Opens the search that every page has; where it has none, its own. */
export function openSearch() {
  const [dialog] = all('#search-all', HTMLDialogElement);
  if (dialog) {
    dialog.showModal();
    first(dialog, 'input[type=search]', HTMLInputElement).select();
  } else {
    all('input[type="search"]')[0]?.focus();
  }
}

/** @param {HTMLDialogElement} dialog */
function listen(dialog) {
  const form = first(dialog, 'form', HTMLFormElement);
  const query = first(dialog, 'input[type=search]', HTMLInputElement);
  const found = first(dialog, '.results');
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const find = async () => {
    clearTimeout(waiting);
    asked += 1;
    const mine = asked;
    if (query.value.trim() === '') {
      found.replaceChildren();
      return;
    }
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])),
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    if (mine !== asked || answer?.ok !== true) {
      return; // a later key is on its way, or what was found stays
    }
    const rows = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('results');
    if (mine === asked && rows !== null) {
      found.replaceChildren(...rows.children);
    }
  };

  query.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await find();
    found.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') {
      return;
    }
    const stops = [query, ...all('a.row', HTMLElement, found)];
    const here = stops.findIndex((stop) => stop === document.activeElement);
    stops[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    event.preventDefault();
  });
  // A press beside it puts it away.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}

for (const dialog of all('#search-all', HTMLDialogElement)) {
  listen(dialog);
  for (const opener of all('#search-open')) {
    opener.addEventListener('click', (event) => {
      event.preventDefault();
      openSearch();
    });
  }
}
