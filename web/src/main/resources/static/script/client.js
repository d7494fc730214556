// The client's page: the story in words, on the scale of time and on the body, one day at a time; and two days side by side.

import { body, bodyReady, tieList } from './body-page.js';
import { onPaper } from './on-paper.js';
import { all, first, the, told } from './page.js';
import { firstToCompare, layersAt, nearest, stepped } from './story-days.js';

/** @typedef {import('./story-days.js').Stop} Stop */
/** @typedef {import('./story-days.js').During} During */

const scrubber = the('scrubber'), day = the('day'), compare = the('compare', HTMLButtonElement);
const rows = all('.story-list li');
/** @type {Stop[]} */
const stops = told(scrubber.dataset.stops);
/** @type {Record<string, During[]>} */
const days = told(scrubber.dataset.days);
const now = stops.length - 1;
let stop = now;
const dayMark = first(scrubber, '#day-mark', SVGSVGElement), thenMark = first(scrubber, '#then-mark', SVGSVGElement);

tieList(rows);
bodyReady.then(onPaper).catch(() => {}); // without the outlines the story is printed alone

/**
 * @param {SpBody} on
 * @param {number} at
 */
function show(on, at) {
  for (const [layer, entries] of Object.entries(layersAt(days, at))) {
    on.setLayer(/** @type {LayerName} */ (layer), entries);
  }
}

/**
 * @param {SVGSVGElement} mark
 * @param {number} at
 */
function put(mark, at) {
  mark.setAttribute('x', `${stops[at].x}%`);
  mark.setAttribute('visibility', 'visible');
}

/** @param {number} to */
function go(to) {
  stop = to;
  put(dayMark, to);
  day.textContent = stops[to].said;
  scrubber.setAttribute('aria-valuenow', String(to));
  scrubber.setAttribute('aria-valuetext', stops[to].said);
  for (const row of rows) {
    const [from, until] = [Number(row.dataset.first), Number(row.dataset.last)];
    const here = from <= to && to <= until;
    row.classList.toggle('is-that-day', here);
    row.classList.toggle('is-later', from > to);
    if (here) intoSight(row);
  }
  for (const mark of document.querySelectorAll('.storyline [data-item]')) {
    mark.classList.toggle('is-that-day', stops[to].item !== '' && mark.getAttribute('data-item') === stops[to].item);
  }
  bodyReady.then(() => show(body, stop), () => {});
}

/**
 * Scrolls the list, and nothing else.
 * @param {HTMLElement} row
 */
function intoSight(row) {
  const list = row.closest('.panel');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const box = list.getBoundingClientRect(), at = row.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) list.scrollTop += at.top + at.height / 2 - box.top - box.height / 2;
}

scrubber.setAttribute('role', 'slider');
scrubber.setAttribute('aria-label', scrubber.dataset.label ?? '');
scrubber.setAttribute('aria-valuemin', '0');
scrubber.setAttribute('aria-valuemax', String(now));
scrubber.tabIndex = 0;
first(scrubber, 'svg', SVGSVGElement).setAttribute('aria-hidden', 'true');
body.setAttribute('layers', Object.keys(days).join(' '));
go(now);

/** @param {PointerEvent} event */
function drag(event) {
  const { left, width } = first(scrubber, 'svg', SVGSVGElement).getBoundingClientRect();
  const to = nearest(stops, (100 * (event.clientX - left)) / width);
  if (to !== stop) go(to);
}

scrubber.addEventListener('pointerdown', (event) => {
  scrubber.setPointerCapture(event.pointerId);
  drag(event);
});
scrubber.addEventListener('pointermove', (event) => {
  if (scrubber.hasPointerCapture(event.pointerId)) drag(event);
});
scrubber.addEventListener('keydown', (event) => {
  const to = event.ctrlKey || event.metaKey || event.altKey ? null : stepped(stops, stop, event.key);
  if (to === null) return;
  event.preventDefault();
  go(to);
});
for (const button of all('.story-day', HTMLButtonElement)) {
  button.addEventListener('click', () => go(Number(button.dataset.stop)));
}

/** The body on the day to compare with: drawn when it is first asked for, and kept. @type {SpBody | null} */
let thenBody = null;

/** @param {SpBody} other */
function beside(other) {
  const made = /** @type {SpBody} */ (document.createElement('sp-body'));
  for (const name of ['src', 'view', 'layers']) made.setAttribute(name, other.getAttribute(name) ?? '');
  made.setAttribute('display', other.dataset.display ?? 'body');
  made.setAttribute('label', compare.dataset.label ?? '');
  the('then').append(made);
  made.follow(other);
  made.ready.then(onPaper).catch(() => {});
  return made;
}

/** What is lit on either day, so that both bodies are seen from one place, equally near. */
function bothLit() {
  return [body, thenBody].flatMap((each) => [...each?.state?.lit ?? []]);
}

compare.hidden = stops.length < 2;
compare.addEventListener('click', () => {
  const on = compare.getAttribute('aria-pressed') !== 'true';
  compare.setAttribute('aria-pressed', String(on));
  the('then').hidden = !on;
  the('the-body').classList.toggle('is-two', on);
  thenMark.setAttribute('visibility', on ? 'visible' : 'hidden');
  if (!on) {
    bodyReady.then(() => body.fit(), () => {});
    return;
  }
  const against = stop === now ? firstToCompare(stops, days) : stop;
  the('then-day').textContent = stops[against].said;
  put(thenMark, against);
  go(now);
  body.drawn.then(async () => {
    const then = thenBody ??= beside(body);
    await then.ready;
    show(then, against);
    body.fit(bothLit());
  }).catch(() => {});
});

// On a phone story and acts are a sheet under the scale of time, one at a time.
const tabs = all('.tabs a', HTMLAnchorElement);
const page = the('story-page');

/** @param {string} hash */
function open(hash) {
  page.dataset.open = hash;
  tabs.forEach((tab) => tab.setAttribute('aria-current', String(tab.hash === hash)));
}

for (const tab of tabs) {
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    open(tab.hash);
    first(document, tab.hash).focus({ preventScroll: true });
  });
}
open('#the-body');
