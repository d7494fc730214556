// The plan before a session: kept as it is chosen, with places of one's own from the body or its search.

import { onChoose, tieList } from './body-page.js';
import { all, first, the } from './page.js';

/** Pause after the last change before it is kept, ms. Own choice, 2026. */
const PAUSE = 700;
/** Pause before what got no answer is sent again, ms. Own choice, 2026. */
const AGAIN = 5000;
const CHANGED = 409;

const form = the('plan-form', HTMLFormElement);
const own = the('own-places');
tieList(all('#planned li'));
const [state] = all('#plan-state');
if (state) choose(state);

/** @param {HTMLElement} told where it is said what is kept */
function choose(told) {
  const version = first(form, '[name=version]', HTMLInputElement);
  let waiting = 0, key = '';
  let sending = false, stale = false;

  function soon(after = PAUSE) {
    if (stale) return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, after);
  }

  /** What is chosen, under a key by which it is kept once however often it is sent. */
  function chosen() {
    const fields = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    fields.set('key', key ||= crypto.randomUUID());
    return fields;
  }

  async function keep() {
    if (sending) return soon();
    waiting = 0;
    sending = true;
    try {
      const answer = await fetch(form.dataset.draft ?? '', { method: 'POST', headers: { Accept: 'application/json' }, body: chosen() });
      if (answer.ok) {
        version.value = (await answer.json()).version;
        key = '';
      }
      stale = answer.status === CHANGED;
      say(answer.ok ? told.dataset.kept : stale ? told.dataset.stale : told.dataset.notKept);
      if (!answer.ok && !stale && waiting === 0) soon(AGAIN);
    } catch {
      say(told.dataset.notKept);
      if (waiting === 0) soon(AGAIN);
    }
    sending = false;
  }

  function say(text = '') {
    told.textContent = text;
  }

  function changed() {
    key = '';
    say();
    soon();
  }

  onChoose(({ id, label }) => {
    if (all('[name=own]', HTMLInputElement, own).some((field) => field.value === id)) return;
    const row = /** @type {DocumentFragment} */ (the('own-place', HTMLTemplateElement).content.cloneNode(true));
    first(row, 'span').textContent = label;
    first(row, 'input', HTMLInputElement).value = id;
    own.append(row);
    changed();
  });
  own.addEventListener('click', (event) => {
    const remove = event.target instanceof HTMLElement ? event.target.closest('[data-remove]') : null;
    if (remove) {
      remove.closest('li')?.remove();
      changed();
    }
  });
  form.addEventListener('input', changed);
  form.addEventListener('submit', () => clearTimeout(waiting));
  addEventListener('pagehide', () => {
    if (waiting !== 0 && !stale) fetch(form.dataset.draft ?? '', { method: 'POST', keepalive: true, body: chosen() }).catch(() => {});
  });
}
