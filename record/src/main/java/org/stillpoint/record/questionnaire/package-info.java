/** What clients scored on questionnaires that are filled in elsewhere. */
@NullMarked
package org.stillpoint.record.questionnaire;

import org.jspecify.annotations.NullMarked;
