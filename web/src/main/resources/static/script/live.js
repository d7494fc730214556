// The live session: the clock, the site, and one tap a mark.

/** @typedef {import('./tap-queue.js').Tap} Tap */

import { body, bodyReady, onChoose, onPick } from './body-page.js';
import { hand } from './hand.js';
import { onLearntKey } from './live-keys.js';
import { isLocal, LocalSpeech } from './local-speech.js';
import { all, first, the } from './page.js';
import { PATIENCE } from './tap-queue.js';
import { notTakenOf, tapsOf } from './taps.js';
import { say } from './texts.js';

const LOOK = 1000; // ms between looks at what another device has marked
const UNDO_WITHIN = 10000; // ms; the record refuses later ones
const END_PAUSE = 2000; // ms between attempts to end without a connection
const MINUTE = 60000; // ms

const live = the('live');
/** @type {Record<string, string>} */
const keys = JSON.parse(live.dataset.keys ?? '{}');
// The page was made when its first byte came; until its script runs a second may pass, which would put taps before what they follow.
const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
let skew = Number(live.dataset.now) - (performance.timeOrigin + (navigation?.responseStart || performance.now()));
const startedAt = Number(live.dataset.started);
const site = the('site', HTMLInputElement);
const siteName = the('site-name');
const last = the('last');
const state = the('state');
const undo = the('undo');
const signArea = the('sign-area', HTMLAnchorElement);
const pause = the('pause');
const marks = the('marks');
const count = the('count');
let paused = live.dataset.paused === 'true';
let made = 0; // taps on this page
let station = ''; // the region that was picked last: hands lie on a region, and on a muscle beneath it
/** @type {Tap | null} */
let undoable = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let undoTimer;

function now() {
  return Date.now() + skew;
}

/** @param {number} at */
function clock(at) {
  const seconds = Math.max(0, Math.floor((at - startedAt) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const time = the('time');
const run = first(live, '#run', SVGElement);
const ring = first(live, '.ring');
const timerMarks = [Number(live.dataset.firstMark), Number(live.dataset.secondMark)];
let passed = timerMarks.filter((minutes) => now() - startedAt >= minutes * MINUTE).length;

/** The ring is full at the second mark, and changes gently at both; whoever cannot see it is told once. */
function tick() {
  time.textContent = clock(now());
  const minutes = (now() - startedAt) / MINUTE;
  run.setAttribute('stroke-dasharray', `${(Math.min(1, minutes / timerMarks[1]) * 100).toFixed(2)} 100`);
  const over = timerMarks.filter((each) => minutes >= each).length;
  ring.classList.toggle('is-at-first', over === 1);
  ring.classList.toggle('is-at-second', over === 2);
  if (over > passed) {
    passed = over;
    the('time-said').textContent = say('minutes-over', { minutes: timerMarks[over - 1] });
  }
}

tick();
setInterval(tick, 1000);

/**
 * @param {Tap} tap
 * @param {string} text
 */
function line(tap, text) {
  const item = document.createElement('li');
  const at = document.createElement('span');
  at.className = 'figures';
  at.textContent = clock(Date.parse(tap.at));
  item.append(at, ` ${text}`);
  item.dataset.mark = tap.id;
  return item;
}

const token = first(document, 'meta[name="csrf"]', HTMLMetaElement);

const shelf = notTakenOf(live.dataset.session ?? '', live.dataset.key ?? '');
const taps = tapsOf(live.dataset.session ?? '', live.dataset.key ?? '', () => token.content, { onState, onKept, onRefused });
delete live.dataset.key; // from here on only in memory

/** @param {import('./tap-queue.js').State} now */
function onState({ waiting, late, signedOut, broken }) {
  state.classList.toggle('unsaved', waiting > 0 && (late || signedOut || broken));
  the('sign-in').hidden = !signedOut;
  if (waiting === 0) {
    state.textContent = say('all-saved');
  } else {
    state.textContent = signedOut ? say('waiting-signed-out', { waiting })
      : broken ? say('waiting-no-connection', { waiting })
        : late ? say('waiting', { waiting }) : say('saving');
  }
  the('stopped-state').textContent = state.textContent;
}

/**
 * @param {Tap} tap
 * @param {import('./tap-queue.js').Answer} answer
 */
function onKept(tap, answer) {
  if (tap.kind === 'undo') {
    marks.querySelector(`[data-mark="${tap.mark}"]`)?.remove();
  } else {
    marks.prepend(line(tap, answer.words ?? ''));
  }
  count.textContent = String(marks.children.length);
  if (answer.arcing) showArcing(answer.arcing);
  if (tap.id === last.dataset.mark) {
    last.textContent = answer.words ?? '';
  }
}

/**
 * @param {Tap} tap
 * @param {import('./tap-queue.js').Answer} answer
 */
function onRefused(tap, { problem = '', sign = '', holder: held = '' }) {
  signArea.hidden = sign === '';
  if (sign !== '') signArea.href = sign;
  last.textContent = say('not-kept', { problem });
  the('stopped-state').textContent = last.textContent;
  hideUndo();
  if (held === 'another') {
    notTaken.push({ ...tap, label: labels.get(tap.id) ?? tap.kind });
    shelf.keep(notTaken);
    showNotTaken();
    setHolder('another');
  }
}

// What was tapped here after another device had taken over is kept here, and shown until somebody puts it away.
/** @type {Tap[]} */
const notTaken = [];
/** @type {Map<string, string>} what was tapped, by the id of the tap */
const labels = new Map();

function showNotTaken() {
  the('not-taken').hidden = notTaken.length === 0;
  the('not-taken-list').replaceChildren(...notTaken.map((tap) => line(tap, [tap.label ?? tap.kind, tap.words].filter(Boolean).join(': '))));
}

shelf.earlier().then((earlier) => {
  notTaken.unshift(...earlier);
  if (earlier.length > 0) shelf.keep(notTaken);
  showNotTaken();
});
the('put-away').addEventListener('click', () => {
  notTaken.length = 0;
  shelf.keep(notTaken);
  showNotTaken();
});

function hideUndo() {
  undoable = null;
  undo.hidden = true;
  clearTimeout(undoTimer);
}

/**
 * @param {string} kind
 * @param {string} label what is said until the record has answered
 * @param {Partial<Tap>} more
 */
function mark(kind, label, more = {}) {
  /** @type {Tap} */
  const tap = { id: crypto.randomUUID(), at: new Date(now()).toISOString(), kind, hand: hand(), ...more };
  labels.set(tap.id, label || kind);
  last.textContent = label;
  last.dataset.mark = tap.id;
  signArea.hidden = true;
  hideUndo();
  if (kind !== 'undo') {
    undoable = tap;
    undo.hidden = false;
    undoTimer = setTimeout(hideUndo, UNDO_WITHIN - 500);
  }
  made++;
  endedAt.value = ''; // what is tapped now belongs to the session
  taps.add(tap);
}

for (const button of all('button[data-kind]', HTMLButtonElement)) {
  button.addEventListener('click', () => {
    const { kind = '', sign, value, spoke, from } = button.dataset;
    const label = button.textContent ?? '';
    if ('needsSite' in button.dataset && site.value === '') {
      last.textContent = say('site-first');
      body.querySelector('input')?.focus();
      return;
    }
    /** @type {Partial<Tap>} */
    const more = {};
    if ('needsSite' in button.dataset) more.site = site.value;
    if (sign) more.sign = sign;
    if (value) more.value = Number(value);
    if (kind === 'arced') {
      more.value = Number(all('input[name=depth]', HTMLInputElement).find(({ checked }) => checked)?.value);
      more.site = station;
      if (station === '') {
        last.textContent = say('site-first');
        return;
      }
    }
    if (spoke) more.first = spoke;
    if (from) {
      const field = the(from);
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
        more.words = field.value;
        field.value = ''; // what is said or done once is not said of the next
      }
    }
    mark(kind, more.site ? say('mark-at', { mark: label, site: siteName.textContent ?? '' }) : label, more);
    if (kind === 'stop') {
      stopAt(clock(now()), false, 0);
    }
  });
}

for (const slider of all('input[data-kind]', HTMLInputElement)) {
  const output = first(document, `output[for="${slider.id}"]`);
  slider.addEventListener('input', () => (output.textContent = slider.value));
  slider.addEventListener('pointerup', () => slider.blur()); // a pedal's next press is no score
  slider.addEventListener('change', () => {
    const label = first(document, `label[for="${slider.id}"]`).textContent;
    mark(slider.dataset.kind ?? '', say('mark-of', { mark: label, score: slider.value }), { value: Number(slider.value) });
  });
}

/** @param {boolean} on */
function setPaused(on) {
  paused = on;
  pause.textContent = say(on ? 'go-on' : 'pause');
  live.classList.toggle('paused', on);
}

// Stop takes the screen: one step of grounding at a time, each kept as a mark, and nothing else can be marked. A session that went on
// after a stop comes here too before it ends.
const stopped = the('stopped');
const steps = all('#steps > li');
const nextStep = the('next-step');
let step = 0;
let stoppedBefore = '';
let toEnd = stopped.dataset.beforeEnd === 'true';

/** @param {number} which */
function showStep(which) {
  step = which;
  steps.forEach((each, i) => (each.hidden = i !== which));
  nextStep.hidden = which >= steps.length || steps[which].querySelector('.step-said') === null;
}

/** @param {boolean} withdrawn whether the client has taken their consent back: it does not go on */
function setWithdrawn(withdrawn) {
  the('consent-ended').hidden = !withdrawn;
  the('go-on').hidden = withdrawn;
  the('stopped-hint').hidden = withdrawn;
}

/**
 * @param {string} at by the session's clock; empty where the session goes on
 * @param {boolean} grounded
 * @param {number} next the first step that is open still
 */
function stopAt(at, grounded, next) {
  toEnd = toEnd && at === '';
  stopped.hidden = at === '' && !toEnd;
  live.hidden = !stopped.hidden;
  the('stopped-at').textContent = at;
  the('is-stopped').hidden = toEnd;
  the('is-to-end').hidden = !toEnd;
  the('to-end-hint').hidden = !toEnd;
  the('not-yet').hidden = !toEnd;
  the('go-on').hidden = toEnd || !the('consent-ended').hidden;
  the('stopped-hint').hidden = the('go-on').hidden;
  the('steps').hidden = grounded;
  the('grounded').hidden = !grounded;
  the('end-grounded').hidden = !grounded;
  showStep(grounded ? steps.length : next);
  if (!stopped.hidden) {
    the('stopped-title').focus();
  }
}

function stoppedAt() {
  return the('stopped-at').textContent ?? '';
}

if (!stopped.hidden) {
  stopAt(stoppedAt(), stopped.dataset.grounded === 'true', Number(stopped.dataset.next));
}
nextStep.addEventListener('click', () => {
  mark('step', '', { value: step + 1, words: first(steps[step], '.step-said').textContent ?? '' });
  showStep(step + 1);
});
for (const button of all('button[data-after]', HTMLButtonElement)) {
  button.addEventListener('click', () => {
    mark('after-stop', '', { sign: button.dataset.after, value: Number(button.dataset.value) });
    const stays = button.dataset.stays === 'true';
    first(steps[step], '.stay').hidden = !stays;
    if (!stays) showStep(step + 1);
  });
}
for (const button of all('button[data-distress]', HTMLButtonElement)) {
  button.addEventListener('click', () => {
    mark('grounded', '', { value: Number(button.dataset.distress) });
    stopAt(stoppedAt(), true, steps.length);
  });
}
for (const button of all('#stopped button[data-sign]', HTMLButtonElement)) {
  button.addEventListener('click', () => (the('sign-marked').textContent = button.textContent));
}
the('go-on').addEventListener('click', () => {
  stoppedBefore = stoppedAt();
  mark('resume', say('going-on'));
  stopAt('', false, 0);
  setPaused(false);
});
the('not-yet').addEventListener('click', () => {
  toEnd = false;
  history.replaceState(null, '', location.pathname);
  stopAt('', false, 0);
});

// One device holds the session; any other watches it until it takes over.
let holder = 'nobody';

/** @param {string} held nobody, this or another */
function setHolder(held) {
  if (held === holder) {
    return;
  }
  the('watching-here').hidden = holder === 'this';
  the('taken-from-here').hidden = holder !== 'this';
  holder = held;
  const watching = held === 'another';
  the('watching').hidden = !watching;
  live.inert = watching;
  stopped.inert = watching;
  if (watching) {
    hideUndo();
    the('so-far', HTMLDetailsElement).open = true;
  }
}

/** @param {{id: string, clock: string, words: string}[]} there what is marked, the latest first */
function watch(there) {
  marks.replaceChildren(...there.map(({ id, clock: at, words }) => {
    const item = document.createElement('li');
    const when = document.createElement('span');
    when.className = 'figures';
    when.textContent = at;
    item.append(when, ` ${words}`);
    item.dataset.mark = id;
    return item;
  }));
  count.textContent = String(there.length);
}

the('take-over').addEventListener('click', async () => {
  try {
    const answer = await fetch(`/sessions/${live.dataset.session}/hand`, {
      method: 'POST', headers: { Accept: 'application/json', 'X-CSRF-TOKEN': token.content, 'X-Hand': hand() },
    });
    if (answer.ok) {
      location.reload(); // as the session stands now
      return;
    }
  } catch {
    // said below
  }
  state.textContent = say('not-taken-over');
});

/** @typedef {{stoppedAt: string, next: number, grounded: boolean, withdrawn: boolean, ended: boolean, holder: string}} Turn */

// A stop on another device stops here, and so do the consent taken back, going on, ending or taking over there.
async function look() {
  const before = made;
  try {
    const response = await fetch(`/sessions/${live.dataset.session}/turn`, {
      headers: { Accept: 'application/json', 'X-Hand': hand() }, signal: AbortSignal.timeout(LOOK),
    });
    if (!response.ok) {
      return;
    }
    /** @type {Turn & {now: number, marks: {id: string, clock: string, words: string}[]}} */
    const there = await response.json();
    skew = Math.max(skew, there.now - Date.now());
    setHolder(there.holder);
    if (there.holder === 'another') {
      watch(there.marks);
    }
    if (made !== before || taps.waiting > 0) {
      return; // what was tapped here meanwhile comes after it
    }
    follow(there);
  } catch {
    // no connection: the taps tell, and the next look comes soon
  }
}

/** @param {Turn} there */
function follow(there) {
  if (there.ended) {
    location.reload();
  } else if (there.withdrawn && the('consent-ended').hidden) {
    setWithdrawn(true);
    stopAt(there.stoppedAt, there.grounded, there.next);
  } else if ((there.stoppedAt === '') !== (stoppedAt() === '')) {
    stopAt(there.stoppedAt, there.grounded, there.next);
  } else if (!stopped.hidden && (there.grounded === the('grounded').hidden || (!there.grounded && there.next !== step))) {
    stopAt(there.stoppedAt, there.grounded, there.next);
  }
}
look();
setInterval(look, LOOK);

// A learnt key is a finger on its button, while the session goes on here.
onLearntKey(keys, (learnt) => {
  const [button] = all(`#live button[data-key="${learnt}"]`, HTMLButtonElement);
  if (!live.hidden && !live.inert && button && !button.hidden) button.click();
});

setPaused(paused);
pause.addEventListener('click', () => {
  stoppedBefore = '';
  mark(paused ? 'resume' : 'pause', say(paused ? 'going-on' : 'pause'));
  setPaused(!paused);
});
undo.addEventListener('click', () => {
  const target = undoable;
  if (target === null) {
    return;
  }
  if (target.kind === 'resume' && stoppedBefore !== '') {
    stopAt(stoppedBefore, false, 0);
    stoppedBefore = '';
  } else if (target.kind === 'pause' || target.kind === 'resume') {
    setPaused(target.kind === 'resume');
  }
  mark('undo', say('undone'), { mark: target.id });
  all(`[data-kind="${target.kind}"]`)[0]?.focus();
});

/**
 * @param {string} id
 * @param {string} label
 */
function chooseSite(id, label) {
  site.value = id;
  siteName.textContent = label;
  sayTouch();
  sayWhich();
}

// Arcing: rays from where hands lie, drawn on the body, and where they meet.
const arcing = the('arcing');

/** @param {string} told as the record tells it; empty where nobody has arced */
function showArcing(told) {
  if (told === '') return;
  /** @type {{said: string[], rays: number[][]}} */
  const { said, rays } = JSON.parse(told);
  arcing.textContent = said.join(' ');
  bodyReady.then(() => body.setRoutes(rays.map((ends) => ({ steps: [{ points: [ends.slice(0, 3), ends.slice(3)] }], share: 1 }))), () => {});
}

showArcing(arcing.dataset.arcing ?? '');

// Where the client wants to be asked, or never wants touch, one tap keeps what they said.
const touch = the('touch');
/** @type {Record<string, string>} */
const guarded = JSON.parse(touch.dataset.guarded ?? '{}');

function sayTouch() {
  const wish = guarded[site.value];
  touch.hidden = wish === undefined;
  const { ask = '', never = '' } = touch.dataset;
  const said = wish === 'NEVER' ? never : ask;
  the('touch-said').textContent = said;
}

sayTouch();

// The sites that the trace offers come when they are there; the session does not wait for them.
const [offered] = all('#offered');

async function offer() {
  const answer = await fetch(offered.dataset.from ?? '', { headers: { Accept: 'text/html' } });
  const sites = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.offered-sites') : null;
  if (!(sites instanceof HTMLElement) || !sites.querySelector('button')) return;
  offered.replaceChildren(...sites.children);
  for (const button of all('button', HTMLButtonElement, offered)) {
    button.addEventListener('click', () => {
      const id = button.dataset.site ?? '';
      chooseSite(id, first(button, '.offered-name').textContent ?? '');
      body.highlight([id]);
    });
  }
  sayWhich();
  await bodyReady;
  /** @type {Partial<Record<LayerName, LayerEntry[]>>} */
  const layers = JSON.parse(sites.dataset.layers ?? '{}');
  for (const [name, entries] of /** @type {[LayerName, LayerEntry[]][]} */ (Object.entries(layers))) {
    body.setLayer(name, [...body.state.entries.get(name) ?? [], ...entries]);
  }
}

function sayWhich() {
  for (const button of all('#offered button', HTMLButtonElement)) {
    button.setAttribute('aria-pressed', String(button.dataset.site === site.value));
  }
}

// Without a map of the pain there is no trace; whoever arcs first opens it later.
const [openOffered] = all('#open-offered');
if (openOffered) {
  openOffered.addEventListener('click', () => offer().catch(() => {}));
} else if (offered) {
  offer().catch(() => {});
}

onPick(({ region, label }) => {
  station = region;
  chooseSite(region, label);
});
onChoose(({ id, muscle, label }) => {
  if (!muscle) station = id;
  chooseSite(id, label);
});
bodyReady.then(() => body.highlight([site.value].filter(Boolean)), () => {});

// Words are spoken only where the device itself recognises them; they stand in the field to be read before they are kept.
const speak = the('speak');
const recognition = /** @type {{SpeechRecognition?: import('./local-speech.js').Recognition}} */ (/** @type {unknown} */ (globalThis)).SpeechRecognition;
const spokenIn = document.documentElement.lang;
isLocal(recognition, spokenIn).then((local) => {
  if (!local || !recognition) {
    speak.remove();
    return;
  }
  const words = the('words', HTMLTextAreaElement);
  const speech = new LocalSpeech(
    recognition, spokenIn,
    (heard) => (words.value = [words.value, heard].filter(Boolean).join(' ')),
    (listening) => speak.setAttribute('aria-pressed', String(listening)),
  );
  speak.hidden = false;
  speak.addEventListener('click', () => speech.toggle());
});

// The end waits until everything is saved and somebody answers. It keeps the instant at which it was pressed; a tap meanwhile takes it back.
const end = the('end', HTMLFormElement);
const endedAt = first(end, '[name=at]', HTMLInputElement);

/** @returns {Promise<boolean>} */
async function isAnswered() {
  try {
    const answer = await fetch(`/sessions/${live.dataset.session}/turn`, {
      headers: { Accept: 'application/json', 'X-Hand': hand() }, signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

async function endIt() {
  await taps.flush();
  const there = taps.waiting === 0 && await isAnswered();
  if (endedAt.value === '') {
    return; // taken back
  }
  if (there) {
    end.submit();
    return;
  }
  state.textContent = say('end-waits');
  the('stopped-state').textContent = state.textContent;
  setTimeout(endIt, END_PAUSE);
}

end.addEventListener('submit', (event) => {
  event.preventDefault();
  if (endedAt.value === '') {
    endedAt.value = new Date(now()).toISOString();
    endIt();
  }
});
addEventListener('beforeunload', (event) => {
  if (taps.waiting > 0) {
    event.preventDefault();
  }
});

taps.flush();
