package org.stillpoint.practice;

import java.util.function.Function;
import java.util.function.Supplier;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What came of an act. Only {@link Done} and {@link Again} mean that something is kept; a door says "saved" for nothing else.
 *
 * @param <T> what is kept by the act
 */
public sealed interface Answer<T> {

    /** It is kept now. */
    record Done<T>(T kept) implements Answer<T> {}

    /** The same was wanted before and is kept since: a retry. */
    record Again<T>(T kept) implements Answer<T> {}

    /** Nothing was changed: somebody else has changed the record since it was read; this is how it is kept now. */
    record Changed<T>(T kept) implements Answer<T> {}

    /** Nothing was changed: something else was done under this key before; this is what is kept. */
    record Other<T>(T kept) implements Answer<T> {}

    /** Nothing was changed: a rule of the procedure forbids it. */
    record No<T>(Refused.Rule rule) implements Answer<T> {}

    /**
     * Turns what the record refuses into an answer.
     *
     * @param act runs the unit of work
     * @param kept how it is kept, asked only where something newer or something else stands in the way
     */
    static <T> Answer<T> of(Supplier<Answer<T>> act, Supplier<T> kept) {
        try {
            return act.get();
        } catch (StaleRecord changed) {
            return new Changed<>(kept.get());
        } catch (AlreadyThere other) {
            return new Other<>(kept.get());
        } catch (Refused no) {
            return new No<>(no.rule());
        }
    }

    /**
     * Runs what may be said as often as one likes, for saying it again changes nothing: its key is made for this once.
     *
     * @param change answers with {@link Again} where nothing is left to do
     */
    static <T> Answer<T> ofRepeatable(
            UnitOfWork work,
            Actor actor,
            Act act,
            Id<Client> client,
            Record wanted,
            Function<Records, Answer<T>> change) {
        try {
            return work.run(actor, Deeds.of(act, Id.<Deed>random(), client, wanted), change, records -> {
                throw new IllegalStateException("a key that was made for this once");
            });
        } catch (Refused no) {
            return new No<>(no.rule());
        }
    }
}
