package org.stillpoint.practice.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client is given a link: they do one thing with it, once, within a period. One to an intake begins it where none goes on;
 * one to questionnaires asks what is due. */
public final class MakeLink {

    /** Own choice, 2026: a letter and a holiday, as an invitation. */
    public static final Duration USUAL = Duration.ofDays(7);

    /**
     * @param id made with the page
     * @param client who is given it
     * @param purpose what they do with it
     * @param linkHash SHA-256 of what the link ends in
     * @param lasts above nothing, at most as long as the practice allows ({@link DoorRule#linkDays})
     */
    public record Command(
            Id<PrivateLink> id, Id<Client> client, LinkPurpose purpose, String linkHash, Duration lasts) {}

    private final UnitOfWork work;
    private final Clock clock;

    public MakeLink(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws BadValue if the hash is none, or it lasts too long */
    public Answer<Id<PrivateLink>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MAKE_LINK, wanted.id(), wanted.client(), wanted),
                        records -> {
                            within(records, actor, wanted, clock);
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }

    /** Within the unit of work of whatever hands it on. */
    public static void within(Records records, Actor actor, Command wanted, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requirePeriod(wanted.lasts(), Duration.ofDays(records.signIns().rule().linkDays()));
        records.privateLinks()
                .add(new PrivateLink(
                        wanted.id(),
                        wanted.client(),
                        wanted.purpose(),
                        wanted.linkHash(),
                        actor.ownAccount(),
                        now,
                        now.plus(wanted.lasts()),
                        new LinkState.Unopened(),
                        Version.FIRST));
        if (wanted.purpose() == LinkPurpose.INTAKE
                && records.intakes().findOpen(wanted.client()).isEmpty()) {
            records.intakes().add(Intake.begun(Id.random(), wanted.client(), now));
        }
        if (wanted.purpose() == LinkPurpose.QUESTIONNAIRE
                && !AskQuestionnaires.askDue(records, wanted.client(), clock)) {
            throw new Refused(Rule.NOTHING_TO_ASK, wanted.client());
        }
    }

    private static void requirePeriod(Duration wanted, Duration longest) {
        if (!wanted.isPositive() || wanted.compareTo(longest) > 0) {
            throw new BadValue("period of a link", wanted.toString(), "up to " + longest);
        }
    }
}
