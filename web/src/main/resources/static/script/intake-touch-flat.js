// The same in the hands of a client: on the flat body, which needs nothing but the page.

import './intake.js';
import { dress, light, onPlace } from './flat-body.js';
import { the } from './page.js';
import { Wishes } from './touch-wishes.js';

const wishes = new Wishes(the('intake', HTMLFormElement), {
  show(guarded) {
    const never = new Map(guarded.map((place) => [place.region, place.never]));
    dress((code, shape) => {
      shape.classList.toggle('is-never', never.get(code) === true);
      shape.classList.toggle('is-asked', never.get(code) === false);
    });
  },
  light,
});
onPlace((code) => wishes.choose(code));
wishes.show();
