// One question of an intake: what is typed is saved while it is typed, and what could not be saved is said.

import { the } from './page.js';

const KEPT = 204; // what the program answers once it is saved, and never else
const FAILED = 500, OUTSIDE = [401, 423]; // it may yet be saved: the program did not manage, or somebody has to sign in or unlock first
const CLOSED = [404, 409]; // nothing is taken here any more: a link that was taken back or has run out, an intake that is completed
const REST = 800; // ms without a key, after which it is saved
const AGAIN = 5000; // ms after which what could not be saved is tried again
const form = the('intake', HTMLFormElement);
const saved = the('saved');
let waiting = 0, sending = false, again = false;

/** Saves what was typed after a while, in place of what was to be saved. */
function later(/** @type {number} */ after) {
  clearTimeout(waiting);
  waiting = setTimeout(save, after);
}

function stop() {
  clearTimeout(waiting);
  waiting = 0;
}

async function save() {
  stop();
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
    tell(answer.status === KEPT, answer.status >= FAILED || OUTSIDE.includes(answer.status), CLOSED.includes(answer.status));
  } catch {
    tell(false, true);
  }
  sending = false;
  if (again) {
    again = false;
    save();
  }
}

/** @type {(kept: boolean, mayYetBe?: boolean, closed?: boolean) => void} */
function tell(kept, mayYetBe = false, closed = false) {
  if (!kept && mayYetBe && waiting === 0) later(AGAIN);
  saved.textContent = (kept ? saved.dataset.saved : closed ? saved.dataset.closed : saved.dataset.notSaved) ?? '';
}

form.addEventListener('input', () => {
  saved.textContent = '';
  later(REST);
});
form.addEventListener('submit', stop);
addEventListener('pagehide', () => {
  if (waiting !== 0) save(); // what was typed last goes with the page
});
