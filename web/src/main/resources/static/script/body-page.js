// Ties the body on a page to the lists beside it: layers in, picks out, and the same thing lit in both places.

import './body/sp-body.js';

export const body = document.getElementById('body');
export const bodyReady = body ? body.ready.then(() => {
  for (const [layer, entries] of Object.entries(JSON.parse(body.dataset.layers || '{}'))) {
    body.setLayer(layer, entries);
  }
  return body;
}) : new Promise(() => {});

// A body that cannot be drawn says so itself; the lists beside it go on working.
bodyReady.catch(() => {});

document.addEventListener('themechange', () => body?.restyle?.());

/** Lights list items and the body together: while pointed at or focused, and when picked on the body. */
export function tieList(items) {
  const light = (item, on) => {
    for (const twin of document.querySelectorAll(`[data-item="${CSS.escape(item.dataset.item ?? '')}"]`)) {
      twin.classList.toggle('lit', on);
    }
    item.classList.toggle('lit', on);
    const places = on ? (item.dataset.places ?? '').split(' ').filter(Boolean) : [];
    bodyReady.then(() => body.highlight(places), () => {});
  };
  for (const item of items) {
    item.addEventListener('pointerenter', () => light(item, true));
    item.addEventListener('pointerleave', () => light(item, false));
    item.addEventListener('focusin', () => light(item, true));
    item.addEventListener('focusout', () => light(item, false));
  }
  body?.addEventListener('pick', (event) => {
    const { region, muscle } = event.detail;
    for (const item of items) {
      const places = (item.dataset.places ?? '').split(' ');
      item.classList.toggle('lit', places.includes(region) || (muscle && places.includes(muscle)));
    }
    bodyReady.then(() => body.highlight([region, muscle].filter(Boolean)), () => {});
  });
}
