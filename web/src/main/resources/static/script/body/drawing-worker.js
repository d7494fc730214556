// Asks beside the page what draws in three dimensions.

import { drawnBy } from './drawing.js';

postMessage(drawnBy(new OffscreenCanvas(1, 1)));
