/** Questionnaires that clients fill in themselves: answer by answer, and the score that comes of it. */
@NullMarked
package org.stillpoint.practice.questionnaire;

import org.jspecify.annotations.NullMarked;
