package org.stillpoint.record.safety;

import java.time.LocalDate;
import java.util.Optional;
import org.stillpoint.record.PrivateText;

/**
 * On whose word a session is held though something was found that is asked first.
 *
 * @param physician who agreed; empty where nobody was asked
 * @param reason why the session is held; may be empty where a physician is named
 * @param on the day on which it was agreed or decided; empty only in checks of before schema 125, which did not ask for it
 */
public record Clearance(PrivateText physician, PrivateText reason, Optional<LocalDate> on) {

    /** Whether a session may be held on it: a name or a reason, and a day. */
    public boolean isComplete() {
        return on.isPresent() && !(physician.value().isBlank() && reason.value().isBlank());
    }

    /** As a form gives it; empty where nothing was typed. */
    public static Optional<Clearance> typed(PrivateText physician, PrivateText reason, Optional<LocalDate> on) {
        return physician.value().isBlank() && reason.value().isBlank() && on.isEmpty()
                ? Optional.empty()
                : Optional.of(new Clearance(physician, reason, on));
    }
}
