// What a device says of its own clock where somebody answers on it: how far it is from UTC, and which days are just past.

/** A day that was missed can be told for so long, days; the server allows the same. */
const CAN_BE_MISSED = 2;

/**
 * A day as browsers write it.
 * @param {Date} at
 */
export function localDay(at) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/**
 * Fills in what the form says of this clock, and lets days be chosen by it.
 * @param {HTMLInputElement} offset minutes east of UTC
 * @param {HTMLInputElement} day
 */
export function onOwnClock(offset, day, now = new Date()) {
  offset.value = String(-now.getTimezoneOffset());
  day.max = localDay(now);
  day.min = localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - CAN_BE_MISSED));
}
