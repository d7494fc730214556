// Says what the trace says as soon as it is there; the page does not wait for it.

import { all } from './page.js';
import { say } from './texts.js';

/**
 * The sentence of an answer, and the names of the places worth feeling.
 * @param {Document} answer
 */
function told(answer) {
  const sentence = answer.querySelector('.trace-answer .sentence');
  if (!sentence) {
    throw new Error('no answer');
  }
  const said = document.createElement('p');
  said.textContent = sentence.textContent;
  const names = [...answer.querySelectorAll('.trace-answer .places > li[data-item] .place-name')].map((name) => {
    const row = document.createElement('li');
    row.textContent = name.textContent;
    return row;
  });
  const list = document.createElement('ol');
  list.className = 'prepare-traced';
  list.append(...names);
  return names.length === 0 ? [said] : [said, list];
}

for (const place of all('#traced')) {
  fetch(place.dataset.from ?? '', { headers: { Accept: 'text/html' } })
    .then(async (answer) => {
      if (!answer.ok) {
        throw new Error(`status ${answer.status}`);
      }
      place.replaceChildren(...told(new DOMParser().parseFromString(await answer.text(), 'text/html')));
    })
    .catch(() => {
      place.textContent = say('no-trace');
    });
}
