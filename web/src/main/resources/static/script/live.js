// The live session: the clock, the site, and one tap a mark.

import { body, bodyReady } from './body-page.js';
import { Taps } from './taps.js';

const UNDO_WITHIN = 10000; // ms; the record refuses later ones
const RING_MINUTES = 30; // the engagement lasts 20 to 30 minutes (procedure)

const live = document.getElementById('live');
const skew = Number(live.dataset.now) - Date.now();
const startedAt = Number(live.dataset.started);
const site = document.getElementById('site');
const words = document.getElementById('words');
const last = document.getElementById('last');
const state = document.getElementById('state');
const undo = document.getElementById('undo');
const pause = document.getElementById('pause');
const marks = document.getElementById('marks');
const count = document.getElementById('count');
let paused = live.dataset.paused === 'true';
let undoable = null;
let undoTimer = 0;

function now() {
  return Date.now() + skew;
}

function clock(at) {
  const seconds = Math.max(0, Math.floor((at - startedAt) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const time = document.getElementById('time');
const run = document.getElementById('run');

function tick() {
  time.textContent = clock(now());
  const share = Math.min(1, (now() - startedAt) / (RING_MINUTES * 60000));
  run.setAttribute('stroke-dasharray', `${(share * 100).toFixed(2)} 100`);
}

tick();
setInterval(tick, 1000);

function line(tap, text) {
  const item = document.createElement('li');
  const at = document.createElement('span');
  at.className = 'figures';
  at.textContent = clock(Date.parse(tap.at));
  item.append(at, ` ${text}`);
  item.dataset.mark = tap.id;
  return item;
}

const taps = new Taps(live.dataset.session, ({ waiting, signedOut, broken }) => {
  state.classList.toggle('unsaved', waiting > 0 && (signedOut || broken));
  document.getElementById('sign-in').hidden = !signedOut;
  if (waiting === 0) {
    state.textContent = 'All saved';
  } else {
    const what = waiting === 1 ? '1 mark is not saved yet' : `${waiting} marks are not saved yet`;
    state.textContent = signedOut ? `${what}: sign in again, nothing is lost`
      : broken ? `${what}: no connection, trying again` : 'Saving …';
  }
}, (tap, answer) => {
  if (tap.kind === 'undo') {
    marks.querySelector(`[data-mark="${tap.mark}"]`)?.remove();
  } else {
    marks.prepend(line(tap, answer.words));
  }
  count.textContent = String(marks.children.length);
  if (tap.id === last.dataset.mark) {
    last.textContent = answer.words;
  }
}, (tap, problem) => {
  last.textContent = `Not kept: ${problem}`;
  hideUndo();
});

function hideUndo() {
  undoable = null;
  undo.hidden = true;
  clearTimeout(undoTimer);
}

function mark(kind, label, more = {}) {
  const tap = { id: crypto.randomUUID(), at: new Date(now()).toISOString(), kind, ...more };
  last.textContent = label;
  last.dataset.mark = tap.id;
  hideUndo();
  if (kind !== 'undo') {
    undoable = tap;
    undo.hidden = false;
    undoTimer = setTimeout(hideUndo, UNDO_WITHIN - 500);
  }
  taps.add(tap);
}

function siteName() {
  return site.selectedOptions[0].textContent;
}

for (const button of document.querySelectorAll('button[data-kind]')) {
  button.addEventListener('click', () => {
    const { kind, sign, value } = button.dataset;
    if ('needsSite' in button.dataset && site.value === '') {
      last.textContent = 'Pick the site first, on the body or in the list.';
      site.focus();
      return;
    }
    const more = {};
    if ('needsSite' in button.dataset) more.site = site.value;
    if (sign) more.sign = sign;
    if (value) more.value = Number(value);
    if (kind === 'memory') {
      more.words = words.value;
      words.value = '';
    }
    mark(kind, more.site ? `${button.textContent}: ${siteName()}` : button.textContent, more);
    if (kind === 'stop') {
      setPaused(true);
    }
  });
}

for (const slider of document.querySelectorAll('input[data-kind]')) {
  const output = slider.nextElementSibling;
  slider.addEventListener('input', () => (output.textContent = slider.value));
  slider.addEventListener('change', () => {
    const label = document.querySelector(`label[for="${slider.id}"]`).textContent;
    mark(slider.dataset.kind, `${label} ${slider.value}`, { value: Number(slider.value) });
  });
}

function setPaused(on) {
  paused = on;
  pause.textContent = on ? 'Go on' : 'Pause';
  live.classList.toggle('paused', on);
}

setPaused(paused);
pause.addEventListener('click', () => {
  mark(paused ? 'resume' : 'pause', paused ? 'Going on' : 'Pause');
  setPaused(!paused);
});
undo.addEventListener('click', () => {
  const target = undoable;
  if (target.kind === 'pause' || target.kind === 'resume' || target.kind === 'stop') {
    setPaused(target.kind === 'resume');
  }
  mark('undo', 'Undone', { mark: target.id });
  document.querySelector(`[data-kind="${target.kind}"]`)?.focus();
});

function chooseSite(id) {
  if ([...site.options].some((option) => option.value === id)) {
    site.value = id;
    bodyReady.then(() => body.highlight([id]), () => {});
  }
}

site.addEventListener('change', () => bodyReady.then(() => body.highlight([site.value].filter(Boolean)), () => {}));
body.addEventListener('pick', (event) => chooseSite(event.detail.muscle ?? event.detail.region));
chooseSite(site.dataset.site);

document.getElementById('end').addEventListener('submit', async (event) => {
  if (taps.waiting === 0) {
    return;
  }
  event.preventDefault();
  await taps.flush();
  if (taps.waiting === 0) {
    event.target.submit();
  }
});
addEventListener('beforeunload', (event) => {
  if (taps.waiting > 0) {
    event.preventDefault();
  }
});

taps.flush();
