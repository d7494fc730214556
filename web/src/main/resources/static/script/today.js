// Narrows the list of clients while typing; names stay in the page and never travel in an address.

import { all, first, the } from './page.js';

const rows = all('[data-client]');

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

const names = rows.map((row) => plain(first(row, '.name').textContent).split(/[\s-]+/u));

/**
 * @param {HTMLInputElement} search
 * @param {HTMLElement} found says how many there are
 */
function narrow(search, found) {
  const words = plain(search.value).split(/\s+/u).filter(Boolean);
  let shown = 0;
  rows.forEach((row, i) => {
    row.hidden = !words.every((word) => names[i].some((name) => name.startsWith(word)));
    shown += row.hidden ? 0 : 1;
  });
  found.hidden = words.length === 0;
  found.textContent = shown === 0 ? 'Nobody by that name.' : shown === 1 ? 'One client.' : `${shown} clients.`;
}

// Without clients there is nothing to search.
if (rows.length > 0) {
  const search = the('search', HTMLInputElement);
  const found = the('found');
  search.addEventListener('input', () => narrow(search, found));
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      rows.find((row) => !row.hidden)?.querySelector('a')?.click();
    } else if (event.key === 'Escape') {
      search.value = '';
      narrow(search, found);
    }
  });
}
