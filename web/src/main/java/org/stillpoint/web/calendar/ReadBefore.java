package org.stillpoint.web.calendar;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.calendar.SeenTime;
import org.stillpoint.web.security.PutBy;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each person's other calendar said when it was read last: put by for an hour, for names may stand in it, so that no disk ever has what
 * anybody else can read.
 */
@Component
final class ReadBefore {
    private static final String WHAT = "calendar";

    private final PutBy putBy;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadBefore(PutBy putBy) {
        this.putBy = putBy;
    }

    void keep(List<SeenTime> seen, HttpServletRequest request) {
        putBy.keep(WHAT, json.writeValueAsBytes(seen.toArray(SeenTime[]::new)), request);
    }

    /** Empty where nothing was read in this browser within the hour. */
    Optional<List<SeenTime>> find(HttpServletRequest request) {
        return putBy.find(WHAT, request).flatMap(this::read);
    }

    private Optional<List<SeenTime>> read(byte[] said) {
        try {
            return Optional.of(List.of(json.readValue(said, SeenTime[].class)));
        } catch (JacksonException ofAnotherProgram) {
            return Optional.empty();
        }
    }
}
