// The field in which somebody signs, with a finger, a pen or the mouse: drawn stroke by stroke, taken back stroke by stroke. Where no
// script runs, the name is typed.

import { MOST_STROKES, extend, path, point, read, written } from './ink.js';
import { first, the } from './page.js';

const pad = the('pad');
const ink = the('ink');
const strokes = the('strokes', HTMLInputElement);
const line = first(ink, '.ink-line', SVGPathElement);
const undo = the('undo-stroke', HTMLButtonElement);
const clear = the('clear-strokes', HTMLButtonElement);

let drawn = read(strokes.value);
/** @type {number | null} the pointer that draws */
let drawing = null;

function show() {
  line.setAttribute('d', path(drawn));
  undo.disabled = clear.disabled = drawn.length === 0;
}

function keep() {
  strokes.value = written(drawn);
  show();
}

/** @param {PointerEvent} event */
function place(event) {
  const { left, top, width, height } = ink.getBoundingClientRect();
  return point((event.clientX - left) / width, (event.clientY - top) / height);
}

ink.addEventListener('pointerdown', (event) => {
  if (drawing !== null || event.button !== 0 || drawn.length >= MOST_STROKES) {
    return;
  }
  event.preventDefault();
  drawing = event.pointerId;
  ink.setPointerCapture(event.pointerId);
  drawn.push([place(event)]);
  show();
});
ink.addEventListener('pointermove', (event) => {
  if (event.pointerId !== drawing) {
    return;
  }
  const stroke = drawn[drawn.length - 1];
  const between = event.getCoalescedEvents?.() ?? [];
  for (const each of between.length > 0 ? between : [event]) {
    extend(stroke, place(each));
  }
  show();
});
for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) {
  ink.addEventListener(end, (event) => {
    if (event.pointerId === drawing) {
      drawing = null;
      keep();
    }
  });
}

undo.addEventListener('click', () => {
  drawn = drawn.slice(0, -1);
  keep();
});
clear.addEventListener('click', () => {
  drawn = [];
  keep();
});

pad.hidden = false;
show();
