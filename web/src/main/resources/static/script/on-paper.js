// On paper the flat map stands for the body: a printer gets nothing of a picture in 3D, and the map's patterns are sharp.

import { FlatMap } from './body/flat-map.js';
import { loadOutlines } from './body/outlines.js';

/** Between the sides of the two sheets, which stand beside each other on paper. */
const SIDES = { width: 2, height: 1 };

/** @param {SpBody} body that is ready; its map is made when somebody prints, of what is lit then */
export async function onPaper(body) {
  const outlines = await loadOutlines();
  /** @type {FlatMap | null} */
  let map = null;
  addEventListener('beforeprint', () => {
    if (map || body.dataset.display === 'flat') return;
    map = new FlatMap(body, outlines);
    map.resize(SIDES.width, SIDES.height);
  });
  addEventListener('afterprint', () => {
    map?.dispose();
    map = null;
  });
}
