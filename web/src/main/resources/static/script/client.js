// The client's page: list and body lit together; on a phone three panels, side by side, with tabs.

import { tieList } from './body-page.js';
import { all, first, the } from './page.js';

tieList(all('.story-list li'));

const three = the('three');
const tabs = all('.tabs a', HTMLAnchorElement);

/** @param {HTMLAnchorElement} tab */
function panelOf(tab) {
  return first(document, tab.hash);
}

for (const tab of tabs) {
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    three.scrollTo({ left: panelOf(tab).offsetLeft - three.offsetLeft, behavior: 'smooth' });
    panelOf(tab).focus({ preventScroll: true });
  });
}

if (three.scrollWidth > three.clientWidth) {
  three.scrollTo({ left: the('the-body').offsetLeft - three.offsetLeft, behavior: 'instant' });
}
const inSight = new Set();
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    inSight[isIntersecting ? 'add' : 'delete'](target);
  }
  tabs.forEach((tab) => tab.setAttribute('aria-current', String(inSight.size === 1 && inSight.has(panelOf(tab)))));
}, { root: three, threshold: 0.6 });
tabs.forEach((tab) => watcher.observe(panelOf(tab)));
