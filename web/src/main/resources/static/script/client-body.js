// A page that only shows the body with its layers.

import './body-page.js';
