// Numbers and units as the page's language writes them, with the true minus sign, as the server writes them too.

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** The language of the page. */
export const language = () => document.documentElement.lang || 'en';

/**
 * @param {number} value
 * @param {Intl.NumberFormatOptions} how
 */
function written(value, how) {
  const key = `${language()} ${JSON.stringify(how)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(language(), { signDisplay: 'negative', ...how });
  formats.set(key, format);
  return format.formatToParts(value).map((part) => (part.type === 'minusSign' ? '\u2212' : part.value)).join('');
}

/**
 * Up to one decimal, without a trailing zero.
 * @param {number} value
 */
export const number = (value) => written(value, { maximumFractionDigits: 1 });

/**
 * "2.5%": a share of one as a percentage with as many places as it needs.
 * @param {number} share
 */
export const percent = (share) => written(share, { style: 'percent', maximumFractionDigits: placesOf(share) });

/**
 * "+2.5%": as `percent`, with its sign also where it is above 0.
 * @param {number} share
 */
export const change = (share) => written(share, { style: 'percent', maximumFractionDigits: placesOf(share), signDisplay: 'exceptZero' });

/**
 * "3%": a share of one in whole per cent.
 * @param {number} share
 */
export const wholePercent = (share) => written(share, { style: 'percent' });

/**
 * "0.12°": the size of an angle, two figures.
 * @param {number} radians
 */
export const degrees = (radians) => written((Math.abs(radians) * 180) / Math.PI, { style: 'unit', unit: 'degree', unitDisplay: 'narrow', maximumSignificantDigits: 2 });

/** @param {number} share */
function placesOf(share) {
  const size = Math.abs(share) * 100;
  return size >= 10 ? 0 : size >= 1 ? 1 : size >= 0.1 ? 2 : 3;
}
