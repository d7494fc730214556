/** Questionnaires that a client fills in: one question a screen, at whatever door; and what is asked when. */
@NullMarked
package org.stillpoint.web.questionnaire;

import org.jspecify.annotations.NullMarked;
