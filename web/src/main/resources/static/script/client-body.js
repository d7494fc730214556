// A page that only shows the body with its layers, on the screen and on paper.

import { bodyReady } from './body-page.js';
import { onPaper } from './on-paper.js';

bodyReady.then(onPaper).catch(() => {}); // without the outlines the lists are printed alone
