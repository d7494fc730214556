// The note of a session: saved as it is typed, each sentence shown as drafted, changed or left out, and signed with a passkey where one is at hand.
// Without scripts the same form is saved and signed by its buttons.

import { all, first, the } from './page.js';
import { known, send, shown } from './passkeys.js';
import { say } from './texts.js';

/** Pause after the last key before what was typed is saved, ms. Own choice, 2026. */
const PAUSE = 700;
/** Pause before a save that got no answer is tried again, ms. Own choice, 2026. */
const AGAIN = 5000;

const form = document.getElementById('note-form');
if (form instanceof HTMLFormElement) {
  write(form);
}

/** @param {HTMLFormElement} note */
function write(note) {
  const state = the('note-state'), stale = the('note-stale');
  const version = first(note, '[name=version]', HTMLInputElement);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  /** @type {Promise<void> | undefined} */
  let saving;
  let dirty = false, sending = false;
  note.classList.add('is-live');

  /** What was typed; never how somebody shows who they are. */
  function typed() {
    const fields = new FormData(note);
    for (const secret of ['factor', 'passkey', 'username']) fields.delete(secret);
    return new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
  }

  async function save() {
    clearTimeout(waiting);
    dirty = false;
    state.textContent = say('saving');
    let later = AGAIN;
    try {
      const answer = await fetch(note.dataset.draft ?? '', { method: 'POST', headers: { Accept: 'application/json' }, body: typed() });
      if (answer.ok || answer.status === 409) {
        const kept = await answer.json();
        if (answer.ok) {
          version.value = kept.version;
          state.textContent = say('all-saved');
          return;
        }
        stale.hidden = false;
        stale.dataset.version = kept.version;
        later = 0;
      }
    } catch {
      // no answer: what was typed stays in the page
    }
    dirty = true;
    state.textContent = say('not-saved-yet');
    if (later > 0) waiting = setTimeout(start, later);
  }

  /** One save after the other, the last with all that was typed. */
  function start() {
    saving ??= save().finally(() => {
      saving = undefined;
      if (dirty && stale.hidden && waiting === undefined) start();
    });
    return saving;
  }

  function soon() {
    dirty = true;
    if (stale.hidden) {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        waiting = undefined;
        start();
      }, PAUSE);
    }
  }

  for (const line of all('.note-line', HTMLElement, note)) {
    const field = first(line, 'textarea', HTMLTextAreaElement);
    const show = () => {
      line.classList.toggle('is-left-out', field.value.trim() === '');
      line.classList.toggle('is-changed', field.value.trim() !== '' && field.value.trim() !== line.dataset.drafted);
    };
    field.addEventListener('input', show);
    first(line, '.note-back', HTMLButtonElement).addEventListener('click', () => {
      field.value = line.dataset.drafted ?? '';
      show();
      soon();
    });
  }

  note.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) soon();
  });
  the('note-mine').addEventListener('click', () => {
    version.value = stale.dataset.version ?? version.value;
    stale.hidden = true;
    start();
  });

  // What is on its way is answered before the form goes, so that it goes with the version that is kept then.
  note.addEventListener('submit', async (event) => {
    if (sending || !(dirty || saving)) return;
    event.preventDefault();
    const { submitter } = event;
    clearTimeout(waiting);
    await (saving ?? start());
    sending = true;
    note.requestSubmit(submitter);
  });
  addEventListener('pagehide', () => {
    if (dirty && stale.hidden && !sending) fetch(note.dataset.draft ?? '', { method: 'POST', keepalive: true, body: typed() }).catch(() => {});
  });

  const use = document.getElementById('passkey-use');
  if (use && known()) {
    the('passkey').hidden = false;
    use.addEventListener('click', async () => {
      if (dirty || saving) await (saving ?? start());
      send(note, the('passkey-said'), shown, say('passkey-not-shown'));
    });
  }
}
