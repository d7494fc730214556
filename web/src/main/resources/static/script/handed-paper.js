// What a client signs on the device in their hands.

import './in-use.js';
import './signature.js';
