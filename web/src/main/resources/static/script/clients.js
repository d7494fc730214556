// Finds clients while their name is typed; names travel in the body of a request and never in an address.

import { the } from './page.js';

const PAUSE = 150; // ms after the last key; own choice, 2026: shorter than one notices, longer than between two letters

const search = document.getElementById('search');

// Without clients there is nothing to search.
if (search instanceof HTMLInputElement) {
  const form = /** @type {HTMLFormElement} */ (search.form);
  const list = the('clients');
  const found = the('found');
  const asIs = { rows: [...list.children], hidden: list.hidden };
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;

  const restore = () => {
    list.replaceChildren(...asIs.rows);
    list.hidden = asIs.hidden;
    found.hidden = true;
  };

  const find = async () => {
    asked += 1;
    const mine = asked;
    if (search.value.trim() === '') {
      restore();
      return;
    }
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form)])),
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    if (mine !== asked || answer?.ok !== true) {
      return; // a later key is on its way, or the list stays as it is
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const rows = page.getElementById('clients');
    const said = page.getElementById('found');
    if (mine === asked && rows !== null && said !== null) {
      const who = [...rows.children];
      list.replaceChildren(...who);
      list.hidden = who.length === 0;
      found.textContent = said.textContent;
      found.hidden = false;
    }
  };

  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, PAUSE);
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      search.value = '';
      void find();
    }
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await find();
    const row = list.querySelector('a');
    if (search.value.trim() !== '' && row !== null) {
      row.click();
    }
  });
}
