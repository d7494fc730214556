// Where touch is welcome, as a question of an intake: what is said is saved while it is said.

import './intake.js';
import { the } from './page.js';
import { askOnBody } from './touch-body.js';

askOnBody(the('intake', HTMLFormElement));
