// One question of an intake: what is typed is saved while it is typed, and what could not be saved is said.

import { the } from './page.js';

const KEPT = 204; // what the program answers once it is saved, and never else
const REST = 800; // ms without a key, after which it is saved
const form = the('intake', HTMLFormElement);
const saved = the('saved');
let waiting = 0, sending = false, again = false;

async function save() {
  if (sending) {
    again = true;
    return;
  }
  sending = true;
  const typed = new URLSearchParams();
  for (const [field, value] of new FormData(form)) typed.append(field, String(value));
  typed.set('then', 'save');
  try {
    const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'application/json' }, body: typed, redirect: 'error', keepalive: true });
    tell(answer.status === KEPT);
  } catch {
    tell(false);
  }
  sending = false;
  if (again) {
    again = false;
    save();
  }
}

/** @param {boolean} kept */
function tell(kept) {
  saved.textContent = (kept ? saved.dataset.saved : saved.dataset.notSaved) ?? '';
}

form.addEventListener('input', () => {
  saved.textContent = '';
  clearTimeout(waiting);
  waiting = setTimeout(save, REST);
});
form.addEventListener('submit', () => clearTimeout(waiting));
addEventListener('pagehide', () => clearTimeout(waiting));
