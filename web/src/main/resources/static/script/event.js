// Telling an event: places picked on the body are ticked in the list, and the other way round.

import './sliders.js';
import { body, bodyReady, onChoose, onPick } from './body-page.js';
import { all, the } from './page.js';
import { say } from './texts.js';

const boxes = all('input[name="places"]', HTMLInputElement);
const picked = the('picked');

function show() {
  const chosen = boxes.filter((box) => box.checked);
  picked.textContent = chosen.length === 0
    ? say('no-place-chosen')
    : chosen.map((box) => box.nextElementSibling?.textContent).join('; ');
  bodyReady.then(() => body.setLayer('told', chosen.map((box) => ({
    region: box.value, value: 0.8, label: say('told'),
  }))), () => {});
}

for (const box of boxes) {
  box.addEventListener('change', show);
}
/** @param {string} region */
function toggle(region) {
  const box = boxes.find((each) => each.value === region);
  if (box) {
    box.checked = !box.checked;
    show();
  }
}

onPick(({ region }) => toggle(region));
onChoose(({ id }) => toggle(id));
show();
