package org.stillpoint.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.record.Id;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.session.Grounding;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.web.session.TapRequest;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.Speaker;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The taps of one session as its page sends them, a line of JSON each: marked and named, or refused. */
public final class TapTarget {
    private static final int MOST_TAPS = 64; // so that one input stays quick
    private static final Instant STARTED = Instant.parse("2026-11-28T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);
    private static final Places PLACES = new Places(Atlas.standard(), SPEAKER);
    private static final OpenSession SESSION = new OpenSession(
            Id.of("00000000-0000-4000-8000-000000000001"),
            Id.of("00000000-0000-4000-8000-000000000002"),
            Id.of("00000000-0000-4000-8000-000000000003"),
            STARTED,
            List.of());

    private TapTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        OpenSession session = SESSION;
        Instant now = STARTED;
        List<String> taps = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .limit(MOST_TAPS)
                .toList();
        for (String sent : taps) {
            now = now.plusSeconds(1);
            session = marked(session, sent, now);
        }
        session.standingMarks().forEach(TapTarget::requireNamed);
        Grounding grounding = Grounding.of(session, GroundingSteps.OF_THE_PROGRAM);
        if (grounding.isDone()) {
            session.requireGrounded(
                    GroundingSteps.OF_THE_PROGRAM); // what nobody stopped, or was grounded since, may always end
        } else if (grounding.next() >= grounding.screens()) {
            throw new IllegalStateException("nothing left to do, and not done");
        }
        session.end(now);
    }

    private static OpenSession marked(OpenSession session, String sent, Instant now) {
        try {
            @Nullable TapRequest request = JSON.readValue(sent, TapRequest.class);
            if (request == null) {
                return session;
            }
            Tap tap = request.tap(PLACES).heldWithin(session.startedAt(), now);
            if (session.findMark(tap.id()).isPresent()) {
                return session; // a retry
            }
            List<Mark> marks = new ArrayList<>(session.marks());
            marks.add(session.accept(tap, now));
            return session.with(marks);
        } catch (JacksonException | RecordException refused) {
            return session;
        }
    }

    private static void requireNamed(Mark mark) {
        if (SPEAKER.say(MomentWords.of(mark.moment(), PLACES.names())).isBlank()) {
            throw new IllegalStateException("a mark without a word");
        }
    }
}
