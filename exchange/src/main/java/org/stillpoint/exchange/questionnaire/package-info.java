/** Scores of questionnaires in: a table of date, instrument and score, checked against each instrument's range. */
@NullMarked
package org.stillpoint.exchange.questionnaire;

import org.jspecify.annotations.NullMarked;
