// Two bodies side by side: what was marked, and what was found.

import { SpBody } from './body/sp-body.js';
import { all } from './page.js';

const bodies = all('sp-body', SpBody);

for (const body of bodies) {
  body.ready.then(() => {
    for (const [layer, entries] of Object.entries(JSON.parse(body.dataset.layers || '{}'))) {
      body.setLayer(/** @type {LayerName} */ (layer), entries);
    }
    body.fit();
  }, () => {});
}
document.addEventListener('themechange', () => {
  for (const body of bodies) body.restyle();
});
