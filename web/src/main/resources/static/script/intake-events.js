// What happened, as a question of an intake. Where a question asks for places, they are tapped on the flat body or ticked in the list.

import './intake.js';
import { all } from './page.js';

const boxes = all('input[name="where"]', HTMLInputElement);

if (boxes.length > 0) {
  const { dress, onPlace } = await import('./flat-body.js');
  const picked = /** @type {HTMLElement} */ (document.getElementById('picked'));
  const show = () => {
    const chosen = boxes.filter((box) => box.checked);
    picked.textContent = chosen.map((box) => box.nextElementSibling?.textContent).join('; ');
    dress((code, shape) => shape.classList.toggle('is-told', chosen.some((box) => box.value === code)));
  };
  onPlace((code) => {
    const box = boxes.find((each) => each.value === code);
    if (box) {
      box.checked = !box.checked;
      box.dispatchEvent(new Event('input', { bubbles: true }));
      show();
    }
  });
  for (const box of boxes) box.addEventListener('change', show);
  show();
}
