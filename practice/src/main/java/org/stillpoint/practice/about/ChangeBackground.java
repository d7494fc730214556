package org.stillpoint.practice.about;

import java.time.Clock;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Preferences;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Why a client comes, what they prefer, how they say stop and what to be careful with is told, or has changed. */
public final class ChangeBackground {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Version seen,
            PrivateText reason,
            Preferences preferences,
            PrivateText stopSign,
            PrivateText cautions) {}

    private final BackgroundChange change;

    public ChangeBackground(UnitOfWork work, Clock clock) {
        this.change = new BackgroundChange(work, clock);
    }

    /** Answers {@link Answer.Changed} where somebody else has changed it since it was seen. */
    public Answer<AboutPart<Background>> by(Actor actor, Command wanted) {
        return change.by(
                actor,
                Deeds.of(Act.CHANGE_BACKGROUND, wanted.key(), wanted.client(), wanted),
                wanted.client(),
                wanted.seen(),
                (records, kept) ->
                        kept.with(wanted.reason(), wanted.preferences(), wanted.stopSign(), wanted.cautions()));
    }
}
