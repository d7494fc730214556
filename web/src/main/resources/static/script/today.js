// Narrows the list of clients while typing; names stay in the page and never travel in an address.

const search = document.getElementById('search');
const found = document.getElementById('found');
const rows = [...document.querySelectorAll('[data-client]')];

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

const names = rows.map((row) => plain(row.querySelector('.name').textContent).split(/[\s-]+/u));

function narrow() {
  const words = plain(search.value).split(/\s+/u).filter(Boolean);
  let shown = 0;
  rows.forEach((row, i) => {
    row.hidden = !words.every((word) => names[i].some((name) => name.startsWith(word)));
    shown += row.hidden ? 0 : 1;
  });
  found.hidden = words.length === 0;
  found.textContent = shown === 0 ? 'Nobody by that name.' : shown === 1 ? 'One client.' : `${shown} clients.`;
}

search?.addEventListener('input', narrow);
search?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    rows.find((row) => !row.hidden)?.querySelector('a').click();
  } else if (event.key === 'Escape') {
    search.value = '';
    narrow();
  }
});
