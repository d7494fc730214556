/**
 * The program as a person meets it: over the wire, and in a real browser what a browser alone can show. The demo practice is
 * shared, so a test that changes something does so to clients of its own: Ana (the trace's map), Tomas (the hand), Leo (the live
 * session), Ruth (the keyboard), Marco, Joost, Ida, Nils and Pavel (forecasts, plans, scores); nobody changes Emma, Sana or Yara.
 * Pages of somebody signed in share one window of the browser, with the body that the first of them has built.
 */
@NullMarked
package org.stillpoint.app.browser;

import org.jspecify.annotations.NullMarked;
