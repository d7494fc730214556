/** Questionnaires that clients fill in: what each asks in which language, and what its answers score. */
@NullMarked
package org.stillpoint.evidence.questionnaire;

import org.jspecify.annotations.NullMarked;
