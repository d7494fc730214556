/** {@code stillpoint questionnaire}: questionnaires that the practice may use, read from files and kept with its record. */
@NullMarked
package org.stillpoint.app.questionnaire;

import org.jspecify.annotations.NullMarked;
