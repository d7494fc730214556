/** Questionnaires: what a client answered, what is to be asked when, and the scores, also of those that were filled in elsewhere. */
@NullMarked
package org.stillpoint.record.questionnaire;

import org.jspecify.annotations.NullMarked;
