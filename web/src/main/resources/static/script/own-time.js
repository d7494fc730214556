// An hour by the practice's clock is said by the device's own as well, where it has another zone.

import { language } from './numbers.js';
import { all } from './page.js';
import { say } from './texts.js';

/**
 * The same instant on this device's clock; empty where that shows what the practice's does.
 * @param {string} instant ISO 8601
 * @param {number} offset of the practice's clock from UTC then, in minutes
 * @param {string} tongue in which it is said
 * @param {string} timeZone of this device
 */
export function ownHour(instant, offset, tongue, timeZone) {
  const at = new Date(instant);
  const here = Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(here) ?? ['', '+', '0', '0'];
  if (Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) === offset) {
    return '';
  }
  return Intl.DateTimeFormat(tongue, { timeZone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }).format(at);
}

if (typeof document !== 'undefined') {
  for (const time of all('time[data-offset]', HTMLTimeElement)) {
    const when = ownHour(time.dateTime, Number(time.dataset.offset), language(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    const beside = time.nextElementSibling;
    if (when && beside instanceof HTMLElement) {
      beside.textContent = say('own-time', { when });
      beside.hidden = false;
    }
  }
}
