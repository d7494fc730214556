// What every page shares: the light/dark switch, the keys, and a guard against sending a form twice.

import { hand } from './hand.js';
import { all, first, the } from './page.js';
import { openSearch } from './search.js';
import { say } from './texts.js';
import { somethingWaits } from './waiting.js';

const root = document.documentElement;

function isDark() {
  return root.dataset.theme === 'dark'
    || (root.dataset.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

const themeSwitch = the('theme-switch');

function nameTheme() {
  themeSwitch.textContent = say(isDark() ? 'light' : 'dark');
  themeSwitch.setAttribute('aria-label', say(isDark() ? 'light-pages' : 'dark-pages'));
}

themeSwitch.hidden = false;
nameTheme();
themeSwitch.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
  nameTheme();
  document.dispatchEvent(new CustomEvent('themechange'));
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);

const keys = the('keys', HTMLDialogElement);
const keysOpen = the('keys-open');
keysOpen.hidden = false;
keysOpen.addEventListener('click', () => keys.showModal());

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLElement}
 */
function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

const ROOMS = new Map([['t', '/'], ['c', '/clients'], ['p', '/practice'], ['l', '/body']]);
const GO_WITHIN = 1500; // ms from the g to the letter of the room; own choice, 2026
let goUntil = 0;

/**
 * The link of a room that this reader has.
 * @param {string} address
 */
function room(address) {
  return all('.rooms a', HTMLAnchorElement).find((link) => link.pathname === address);
}

/**
 * Moves the focus to the next or previous row of the page's lists, and stays where there is none.
 * @param {number} step
 */
function along(step) {
  const rows = all('.rows a.row').filter((row) => row.offsetParent !== null);
  const here = rows.findIndex((row) => row === document.activeElement);
  rows[here < 0 && step < 0 ? -1 : here + step]?.focus();
}

// Where a row of parts is longer than the screen, the one that is open stands in its middle.
for (const row of all('.parts')) {
  const here = row.querySelector('[aria-current]')?.getBoundingClientRect(), seen = row.getBoundingClientRect();
  if (here) row.scrollLeft += here.left + here.width / 2 - seen.left - seen.width / 2;
}

for (const menu of all('.own-menu', HTMLDetailsElement)) {
  document.addEventListener('click', (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      first(menu, 'summary').focus();
      event.preventDefault();
    }
  });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) {
    return;
  }
  if (event.key === 'Escape') {
    if (isTyping(event.target)) {
      event.target.blur();
    } else {
      all('a.back')[0]?.click();
    }
    return;
  }
  if (isTyping(event.target)) {
    return;
  }
  const goes = event.timeStamp < goUntil && ROOMS.get(event.key);
  goUntil = event.key === 'g' ? event.timeStamp + GO_WITHIN : 0;
  if (goes) {
    room(goes)?.click();
  } else if (event.key === 'j' || event.key === 'k') {
    along(event.key === 'j' ? 1 : -1);
  } else if (event.key === '?') {
    keys.showModal();
  } else if (event.key === '/') {
    openSearch();
  } else if (event.key === 'n') {
    all('.main-action .main')[0]?.click();
  } else {
    return;
  }
  event.preventDefault();
});

// What starts a session tells on which page it starts.
for (const field of all('input[name=hand]', HTMLInputElement)) {
  field.value = hand();
}

// A second click while the first is on its way would only meet the record's version check; do not send it.
document.addEventListener('submit', (event) => {
  const form = event.target;
  // A form that is answered with a file beside the page may be sent as often as one likes.
  if (form instanceof HTMLFormElement && form.target) {
    return;
  }
  // What a page holds back itself, such as the end of a session while marks wait, has not been sent.
  if (!(form instanceof HTMLFormElement) || form.method === 'dialog' || event.defaultPrevented) {
    return;
  }
  if (form.dataset.sent === 'true') {
    event.preventDefault();
  }
  form.dataset.sent = 'true';
});
addEventListener('pageshow', () => document.querySelectorAll('form').forEach((form) => delete form.dataset.sent));

// Whoever signs out leaves nothing in the browser, unless something of a session still waits there, encrypted, for its own account.
for (const signOut of all('#sign-out', HTMLFormElement)) {
  signOut.addEventListener('submit', async (event) => {
    event.preventDefault();
    first(signOut, '[name=waits]', HTMLInputElement).disabled = !(await somethingWaits());
    signOut.submit();
  });
}
