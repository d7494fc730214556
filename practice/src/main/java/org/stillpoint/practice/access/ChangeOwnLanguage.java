package org.stillpoint.practice.access;

import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody chooses in which language they read the pages. What a client reads is in the client's, whoever made it. */
public final class ChangeOwnLanguage {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param language empty for the practice's
     */
    public record Command(Id<Deed> key, Optional<PracticeLanguage> language) {}

    private final UnitOfWork work;
    private final SpokenLanguage spoken;

    /** @param spoken is the new one once it is kept */
    public ChangeOwnLanguage(UnitOfWork work, SpokenLanguage spoken) {
        this.work = work;
        this.spoken = spoken;
    }

    /**
     * Answers with the language that is kept.
     *
     * @throws NotAllowed if the actor has no account
     */
    public Answer<Optional<PracticeLanguage>> by(Actor actor, Command wanted) {
        Id<Account> own = actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.CHANGE_OWN_LANGUAGE.name()));
        Answer<Optional<PracticeLanguage>> answer = work.run(
                actor,
                Deeds.of(Act.CHANGE_OWN_LANGUAGE, wanted.key(), wanted),
                records -> {
                    records.settings().speak(own, wanted.language());
                    return new Answer.Done<>(wanted.language());
                },
                records -> new Answer.Again<>(kept(records, own)));
        if (answer instanceof Answer.Done<Optional<PracticeLanguage>> done) {
            spoken.follow(own, done.kept());
        }
        return answer;
    }

    private static Optional<PracticeLanguage> kept(Records records, Id<Account> own) {
        return Optional.ofNullable(records.settings().ownLanguages().get(own));
    }
}
