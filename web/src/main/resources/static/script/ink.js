// The strokes of a signature, as text and as a drawing. Knows no page, so that it can be tried without one.

/** @typedef {[number, number]} Point in units of the field */

/** The field, as the record knows it. */
export const WIDTH = 1000;
export const HEIGHT = 300;
/** As many as the record keeps. */
export const MOST_STROKES = 200;
export const MOST_POINTS = 2000;
const NEAR = 4; // a point nearer than this to the one before says nothing new

/**
 * A place within the field, in whole units.
 * @param {number} x share of the width
 * @param {number} y share of the height
 * @returns {Point}
 */
export function point(x, y) {
  const within = (/** @type {number} */ share, /** @type {number} */ most) => Math.min(most, Math.max(0, Math.round(share * most)));
  return [within(x, WIDTH), within(y, HEIGHT)];
}

/**
 * Adds a place to a stroke where it says something new.
 * @param {Point[]} stroke
 * @param {Point} next
 */
export function extend(stroke, next) {
  const last = stroke.at(-1);
  if (stroke.length < MOST_POINTS && (!last || Math.hypot(next[0] - last[0], next[1] - last[1]) >= NEAR)) {
    stroke.push(next);
  }
}

/**
 * As the form sends it: strokes apart by semicolons, places by blanks.
 * @param {Point[][]} strokes
 */
export function written(strokes) {
  return strokes.map((stroke) => stroke.map(([x, y]) => `${x},${y}`).join(' ')).join(';');
}

/**
 * What {@link written} wrote.
 * @param {string} text
 * @returns {Point[][]}
 */
export function read(text) {
  return text === '' ? [] : text.split(';').map((stroke) => stroke.split(' ').map((place) => {
    const [x, y] = place.split(',').map(Number);
    return /** @type {Point} */ ([x, y]);
  }));
}

/**
 * As the path of a drawing; a dot is a line of no length.
 * @param {Point[][]} strokes
 */
export function path(strokes) {
  return strokes.map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}${stroke.length === 1 ? 'h0' : ''}`).join('');
}
