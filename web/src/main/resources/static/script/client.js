// The client's page: list and body lit together; on a phone three panels, side by side, with tabs.

import { tieList } from './body-page.js';

tieList(document.querySelectorAll('.story-list li'));

const three = document.getElementById('three');
const tabs = [...document.querySelectorAll('.tabs a')];

function panelOf(tab) {
  return document.querySelector(tab.hash);
}

for (const tab of tabs) {
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    three.scrollTo({ left: panelOf(tab).offsetLeft - three.offsetLeft, behavior: 'smooth' });
    panelOf(tab).focus({ preventScroll: true });
  });
}

if (three.scrollWidth > three.clientWidth) {
  three.scrollTo({ left: document.getElementById('the-body').offsetLeft - three.offsetLeft, behavior: 'instant' });
}
const inSight = new Set();
const watcher = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    inSight[isIntersecting ? 'add' : 'delete'](target);
  }
  tabs.forEach((tab) => tab.setAttribute('aria-current', String(inSight.size === 1 && inSight.has(panelOf(tab)))));
}, { root: three, threshold: 0.6 });
tabs.forEach((tab) => watcher.observe(panelOf(tab)));
