// Covers the page once nobody has used it for a while, in every tab of the sign-in, and uncovers it as it was for whoever knows the
// password or shows a passkey. What goes on by itself goes on beneath: the clock of a live session, and its taps on their way.

import { all, first, the } from './page.js';
import { shown, usedHere } from './passkeys.js';
import { say } from './texts.js';

const CHECK = 5000; // ms between looks at the time, and between words to the other tabs
const TELL = 60000; // ms between words to the server, which counts in minutes

const cover = the('lock');
const form = the('unlock', HTMLFormElement);
const password = the('lock-password', HTMLInputElement);
const said = the('lock-said');
const signIn = the('lock-sign-in');
const name = first(form, '[name=name]', HTMLInputElement).value;
const limit = Number(cover.dataset.after) * 1000;
const hint = said.textContent;
const tabs = new BroadcastChannel('stillpoint-lock');

let last = Date.now();
let shared = last;
let told = last;
/** @type {(() => void) | null} what brings the page back */
let uncover = null;

/** @param {string} path */
async function post(path, body = new URLSearchParams()) {
  return fetch(path, { method: 'POST', headers: { Accept: 'application/json' }, body, keepalive: true });
}

/** Nothing beneath is shown, read aloud or found. */
function shut() {
  if (uncover !== null) {
    return;
  }
  const { title } = document;
  const focus = document.activeElement;
  const place = [scrollX, scrollY];
  const dialogs = all('dialog[open]', HTMLDialogElement);
  dialogs.forEach((dialog) => dialog.close());
  const covered = [...document.body.children]
    .filter((child) => child instanceof HTMLElement && child !== cover && !child.hidden);
  covered.forEach((child) => child.toggleAttribute('hidden', true));
  said.textContent = hint;
  cover.hidden = false;
  document.title = say('locked');
  password.focus();
  uncover = () => {
    covered.forEach((child) => child.toggleAttribute('hidden', false));
    cover.hidden = true;
    signIn.hidden = true;
    password.value = '';
    document.title = title;
    dialogs.forEach((dialog) => dialog.showModal());
    scrollTo(place[0], place[1]);
    if (focus instanceof HTMLElement) {
      focus.focus({ preventScroll: true });
    }
  };
}

/** @param {string} token for the forms of this page; blank where theirs stands */
function open(token) {
  if (token !== '') {
    first(document, 'meta[name="csrf"]', HTMLMetaElement).content = token;
    all('input[name="_csrf"]', HTMLInputElement).forEach((field) => (field.value = token));
  }
  last = Date.now();
  told = last;
  uncover?.();
  uncover = null;
}

function lock() {
  shut();
  tabs.postMessage({ lock: true });
  post('/sign-in/lock').catch(() => {}); // the server locks by itself a little later
}

function ended() {
  shut();
  said.textContent = say('lock-ended');
  signIn.hidden = false;
}

async function tell() {
  try {
    const { status } = await post('/sign-in/in-use');
    if (status === 423) {
      shut();
    } else if (status === 401) {
      ended();
    } else if (status === 204) {
      return true;
    }
  } catch {
    // no connection: the page stays, and says so where something waits
  }
  return false;
}

/** Somebody is there; whoever comes after the time is over is not who left. */
function used() {
  const now = Date.now();
  if (uncover !== null) {
    return;
  }
  if (now - last >= limit) {
    lock();
    return;
  }
  last = now;
  if (now - shared >= CHECK) {
    shared = now;
    tabs.postMessage({ used: now });
  }
  if (now - told >= TELL) {
    told = now;
    tell();
  }
}

function look() {
  if (uncover === null && Date.now() - last >= limit) {
    lock();
  }
}

for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input']) {
  addEventListener(event, used, { capture: true, passive: true });
}
// What a page does at a key it does not do beneath its cover.
for (const event of ['keydown', 'keyup']) {
  addEventListener(event, (pressed) => {
    if (uncover !== null) {
      pressed.stopImmediatePropagation();
    }
  }, { capture: true });
}
setInterval(look, CHECK);
document.addEventListener('visibilitychange', look);
addEventListener('focus', look);
addEventListener('pageshow', async (event) => {
  if (event.persisted) { // brought back by the browser as it was: it may have been locked meanwhile
    shut();
    if (await tell()) {
      open('');
    }
  }
});

tabs.addEventListener('message', ({ data }) => {
  if (data.lock) {
    shut();
  } else if (data.used) {
    last = Math.max(last, data.used);
  } else if (data.open === name) {
    open(data.token);
  }
});

/** @param {Record<string, string>} by what the server is shown */
async function ask(by) {
  try {
    const response = await post('/sign-in/uncover', new URLSearchParams({ name, ...by }));
    if (response.status === 409) {
      location.reload(); // somebody else has signed in here
    } else if (response.status === 401) {
      ended();
    } else {
      const { problem, token } = await response.json();
      if (response.ok) {
        tabs.postMessage({ open: name, token });
        open(token);
      } else {
        said.textContent = problem;
        password.select();
      }
    }
  } catch {
    said.textContent = say('lock-no-answer');
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  ask({ password: password.value });
});

const passkey = the('lock-passkey');
passkey.hidden = !usedHere();
passkey.addEventListener('click', async () => {
  try {
    ask({ passkey: await shown() });
  } catch {
    said.textContent = say('passkey-not-shown');
  }
});

const now = the('lock-now');
now.hidden = false;
now.addEventListener('click', lock);
