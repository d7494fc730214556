// The body drawn flat into the page: its places, and from which side it is seen where both sides have no room.

import { all, the } from './page.js';

const body = the('flat-body');
const shapes = new Map([...body.querySelectorAll('.flat-place')].map((shape) => [shape.getAttribute('data-region') ?? '', shape]));
const turns = all('[data-turn]', HTMLButtonElement);

/**
 * Gives each place its looks.
 * @param {(code: string, shape: Element) => void} act
 */
export function dress(act) {
  for (const [code, shape] of shapes) act(code, shape);
}

/** @param {string} code of the place that is being marked */
export function light(code) {
  dress((each, shape) => shape.classList.toggle('is-lit', each === code));
}

/**
 * Hears which place is tapped.
 * @param {(code: string) => void} act
 */
export function onPlace(act) {
  dress((code, shape) => shape.addEventListener('click', () => act(code)));
}

/** @param {string} view */
export function turnTo(view) {
  for (const side of body.querySelectorAll('.flat-side')) side.classList.toggle('is-away', side.getAttribute('data-view') !== view);
  for (const turn of turns) turn.setAttribute('aria-pressed', String(turn.dataset.turn === view));
}

for (const turn of turns) turn.addEventListener('click', () => turnTo(turn.dataset.turn ?? 'front'));
const [front, back] = ['front', 'back'].map((view) => body.querySelectorAll(`[data-view="${view}"] [data-pain]`).length);
turnTo(back > front ? 'back' : 'front');
