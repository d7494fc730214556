// A consent, as a question of an intake. In the hands of a client the screen stays open while somebody reads. Where one is in force there is
// nothing to sign.

import './in-use.js';

if (document.getElementById('pad')) await import('./signature.js');
