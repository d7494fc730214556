package org.stillpoint.practice.body;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.memory.TraumaKind;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;

/** What a client told, on the standard body: the one place where a told event becomes muscles that braced. */
public final class ToldOnBody {

    private final StandardBody body;

    public ToldOnBody(StandardBody body) {
        this.body = body;
    }

    /** The event as the model takes it; places that the atlas has not (any more) are left out. */
    public ToldEvent resolve(TraumaEvent event) {
        Told told = event.told();
        TraumaKind kind = TraumaKind.valueOf(told.kind().name());
        return new ToldEvent(
                event.id().toString(),
                kind,
                mechanism(kind, told),
                places(event),
                score(told.severity()),
                score(told.emotionalIntensity()));
    }

    private static OptionalDouble score(Optional<Score0To10> told) {
        return told.map(Score0To10::value).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** Where it struck or what braced, as far as the atlas has these places. */
    public List<RegionCode> places(TraumaEvent event) {
        return event.told().places().stream().filter(this::has).toList();
    }

    /** How strongly the event touched each muscle, 0 to 1, in the order of the atlas. */
    public double[] doses(TraumaEvent event) {
        return body.bracing().doses(resolve(event));
    }

    /** How much of each muscle lies under a region, 0 to 1, in the order of the atlas. */
    public double[] under(RegionCode region) {
        return body.bracing().doses(new ToldEvent("", TraumaKind.INJURY, "", List.of(region), 0, 0));
    }

    /** As in the model's table: {@code fall on the sacrum}. */
    static String key(Mechanism mechanism) {
        return mechanism.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean has(RegionCode region) {
        return body.atlas().regions().find(region.value()).isPresent();
    }

    /**
     * The mechanism that was chosen; where none was, what was told if it is one that the model knows, word for word. The text is
     * never interpreted.
     */
    private String mechanism(TraumaKind kind, Told told) {
        if (told.coded().isPresent()) {
            return key(told.coded().get());
        }
        String said = told.mechanism().value().strip().toLowerCase(Locale.ROOT);
        return body.bracing().mechanisms(kind).contains(said) ? said : "";
    }
}
