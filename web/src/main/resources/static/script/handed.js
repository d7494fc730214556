// A check-in in the hands of a client.

import './check-in.js';
import './in-use.js';
