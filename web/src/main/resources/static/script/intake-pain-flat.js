// The same in the hands of a client: on the flat body, which needs nothing but the page.

import './intake.js';
import { dress, light, onPlace } from './flat-body.js';
import { Marks } from './marks.js';
import { the } from './page.js';
import { Kinds } from './pain-kinds.js';

const form = the('intake', HTMLFormElement);
const kinds = new Kinds(form);
const marks = new Marks(form, {
  list: the('marked-list'),
  show(codes) {
    the('marked').hidden = codes.length === 0;
    dress((code, shape) => {
      shape.toggleAttribute('data-pain', codes.includes(code));
      shape.setAttribute('fill-opacity', codes.includes(code) ? String(0.55 + 0.045 * marks.score(code)) : '1');
    });
  },
  light(code) {
    kinds.light(code);
    light(code);
  },
  changed: () => form.dispatchEvent(new Event('input')),
});
onPlace((code) => marks.choose(code, false));
marks.show();
