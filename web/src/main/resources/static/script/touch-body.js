// Where touch is welcome, picked on the body or in the list beside it.

import { body, bodyReady, onPick } from './body-page.js';
import { Wishes } from './touch-wishes.js';

/**
 * @param {HTMLElement} form with the list
 * @param {() => void} [changed]
 */
export function askOnBody(form, changed) {
  const wishes = new Wishes(form, {
    show(guarded) {
      bodyReady.then(() => body.setLayer('guarded', guarded.map(({ region, never, label }) => (
        { region, value: never ? 1 : 0.5, label }))), () => {});
    },
    light: (code) => bodyReady.then(() => body.highlight([code]), () => {}),
    changed,
  });
  onPick(({ region, keys }) => wishes.choose(region, keys));
}
