// Mending the site of a mark: it is picked on the body or searched by name, as in a session.

import { body, bodyReady, onChoose, onPick } from './body-page.js';
import { the } from './page.js';

const site = the('site', HTMLInputElement);

/**
 * @param {string} id
 * @param {string} label
 */
function choose(id, label) {
  site.value = id;
  the('site-name').textContent = label;
}

onPick(({ region, label }) => choose(region, label));
onChoose(({ id, label }) => choose(id, label));
bodyReady.then(() => body.highlight([site.value].filter(Boolean)), () => {});
document.getElementById('problems')?.focus();
