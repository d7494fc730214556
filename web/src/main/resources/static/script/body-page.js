// Ties the body on a page to the lists beside it: layers in, picks out, and the same thing lit in both places.

import { SpBody } from './body/sp-body.js';
import { the } from './page.js';

export const body = the('body', SpBody);
export const bodyReady = body.ready.then(() => {
  for (const [layer, entries] of Object.entries(JSON.parse(body.dataset.layers || '{}'))) {
    body.setLayer(/** @type {LayerName} */ (layer), entries);
  }
  body.fit();
  return body;
});

/**
 * Hears what is picked on the body.
 * @param {(picked: Picked) => void} act
 */
export function onPick(act) {
  body.addEventListener('pick', (event) => act(/** @type {CustomEvent} */ (event).detail));
}

/**
 * Hears which place was chosen, on the body's sheet or by its name.
 * @param {(place: {id: string, muscle: boolean, label: string, searched?: boolean}) => void} act
 */
export function onChoose(act) {
  body.addEventListener('choose', (event) => act(/** @type {CustomEvent} */ (event).detail));
}

// A body that cannot be drawn says so itself; the lists beside it go on working.
bodyReady.catch(() => {});

document.addEventListener('themechange', () => body.restyle());

/**
 * Lights list items and the body together: while pointed at or focused, and when picked on the body.
 * @param {Iterable<HTMLElement>} items
 */
export function tieList(items) {
  /**
   * @param {HTMLElement} item
   * @param {boolean} on
   */
  const light = (item, on) => {
    for (const twin of document.querySelectorAll(`[data-item="${CSS.escape(item.dataset.item ?? '')}"]`)) {
      twin.classList.toggle('lit', on);
    }
    item.classList.toggle('lit', on);
    const places = on ? (item.dataset.places ?? '').split(' ').filter(Boolean) : [];
    bodyReady.then(() => body.highlight(places), () => {});
  };
  for (const item of items) {
    item.addEventListener('pointerenter', () => light(item, true));
    item.addEventListener('pointerleave', () => light(item, false));
    item.addEventListener('focusin', () => light(item, true));
    item.addEventListener('focusout', () => light(item, false));
  }
  onPick(({ region, muscle }) => {
    for (const item of items) {
      const places = (item.dataset.places ?? '').split(' ');
      item.classList.toggle('lit', places.includes(region) || (muscle !== null && places.includes(muscle)));
    }
    bodyReady.then(() => body.highlight(muscle === null ? [region] : [region, muscle]), () => {});
  });
}
