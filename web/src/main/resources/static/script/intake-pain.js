// Where it hurts and how, as a question of an intake: on the body, saved while it is marked.

import './intake.js';
import { body, bodyReady, onPick } from './body-page.js';
import { Marks } from './marks.js';
import { the } from './page.js';
import { Kinds } from './pain-kinds.js';
import { say } from './texts.js';

const form = the('intake', HTMLFormElement);
const kinds = new Kinds(form);
const marks = new Marks(form, {
  list: the('marked-list'),
  show(codes) {
    the('marked').hidden = codes.length === 0;
    bodyReady.then(() => body.setLayer('pain', codes.map((code) => ({
      region: code, value: marks.score(code) / 10, label: say('pain-of', { score: Number(marks.field(code).value) }),
    }))), () => {});
  },
  light(code) {
    kinds.light(code);
    bodyReady.then(() => body.highlight([code]), () => {});
  },
  changed: () => form.dispatchEvent(new Event('input')),
});
onPick(({ region, keys }) => {
  if (marks.has(region)) marks.choose(region, keys ?? false);
});
marks.show();
