// What lies on the body at one entry of a story, and which entry is meant: no page is needed for it.

/** @typedef {LayerEntry & {from: number, until?: number}} During a place on a layer from one stop and until before another */
/** @typedef {{x: number, said: string, item: string, changes: boolean}} Stop where one can stand; `x` is percent of the width */

/**
 * The layers at a stop; each layer that is anywhere in the story is there, and may be empty.
 * @param {Record<string, During[]>} days
 * @param {number} stop
 * @returns {Record<string, LayerEntry[]>}
 */
export function layersAt(days, stop) {
  return Object.fromEntries(Object.entries(days).map(([layer, places]) => [
    layer, places.filter(({ from, until }) => from <= stop && (until === undefined || stop < until)),
  ]));
}

/**
 * The stop that lies nearest to a place of the scale; of several at one place the last.
 * @param {Stop[]} stops from left to right, one at the least
 * @param {number} x percent
 */
export function nearest(stops, x) {
  return stops.reduce((best, stop, i) => (Math.abs(stop.x - x) <= Math.abs(stops[best].x - x) ? i : best), 0);
}

/**
 * Where a key leads from a stop; arrows by one entry, Page Up and Page Down to the next at which the body changes; null for another key.
 * @param {Stop[]} stops
 * @param {number} stop
 * @param {string} key
 */
export function stepped(stops, stop, key) {
  const last = stops.length - 1;
  const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 1, PageDown: -1 }[key];
  if (key === 'Home' || key === 'End') return key === 'Home' ? 0 : last;
  if (step === undefined) return null;
  let next = stop + step;
  if (key === 'PageUp' || key === 'PageDown') while (next > 0 && next < last && !stops[next].changes) next += step;
  return Math.min(last, Math.max(0, next));
}

/**
 * With which stop now is compared where no other was chosen: the first at which the body is as its treatment began, a map or session.
 * @param {Stop[]} stops
 * @param {Record<string, During[]>} days
 */
export function firstToCompare(stops, days) {
  const begun = ['pain', 'found', 'released'].flatMap((layer) => (days[layer] ?? []).map(({ from }) => from));
  return begun.length ? Math.min(...begun) : 0;
}
