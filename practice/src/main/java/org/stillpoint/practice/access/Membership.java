package org.stillpoint.practice.access;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.Sight;

/**
 * The rights of a practice. Whoever signed in reaches as far as {@link Reach} says of their role, as long as their account is kept in
 * that role; what nobody allowed is refused. A client who came by a link reaches
 * what the link is for, of themselves, while it is open.
 */
public final class Membership implements Rights {
    private final Records records;

    /** @param records asked within the unit of work, so that what it decides on and what is done are of one state */
    public Membership(Records records) {
        this.records = records;
    }

    @Override
    public boolean may(Actor actor, Act act, Optional<Id<Client>> client) {
        return switch (actor) {
            case Actor.Person person -> isKept(person) && reaches(person, act, client);
            case Actor.Linked linked -> reaches(linked, act, client);
            case Actor.Registered registered -> reaches(registered, act);
            case Actor.Program program ->
                switch (program.part()) {
                    case DOOR ->
                        act == Act.ACCEPT_INVITATION
                                || act == Act.SEE_INVITATION
                                || act == Act.FIND_LINK
                                || act == Act.FIND_CALENDAR_FEED
                                || act == Act.FIND_API_GRANT
                                || act == Act.OPEN_LINK
                                || act == Act.FIND_MAIL
                                || act == Act.SWITCH_OFF_MAIL
                                || act == Act.OFFER_QUESTIONNAIRES
                                || act == Act.SEE_CONTACTS
                                || act == Act.SEE_SETTINGS;
                    case FIRST_START -> act == Act.MAKE_OWNER;
                    case JOB -> isOfAJob(act);
                    case COMMAND_LINE ->
                        act.kind() == Act.ActKind.READS
                                || act == Act.ERASE_CLIENT
                                || act == Act.TAKE_OUT_CLIENT
                                || act == Act.TAKE_OUT_PRACTICE
                                || act == Act.CONTRIBUTE_TO_STUDY
                                || act == Act.RESOLVE_FORECASTS
                                || act == Act.IMPORT_QUESTIONNAIRE
                                || act == Act.INVITE
                                || act == Act.RESET_PASSWORD;
                    case DEMO -> true;
                };
        };
    }

    /** What happens by itself: forecasts that are due, the check of a backup, and mail. */
    private static boolean isOfAJob(Act act) {
        return switch (act) {
            case RESOLVE_FORECASTS,
                    VERIFY_RECORD,
                    SEE_OUTBOX,
                    PLAN_REMINDER,
                    TAKE_MAIL,
                    PUT_OFF_MAIL,
                    HAND_OVER_MAIL,
                    GIVE_UP_MAIL -> true;
            default -> false;
        };
    }

    @Override
    public Sight sight(Actor actor, Act act) {
        return switch (actor) {
            case Actor.Person person ->
                switch (person.role()) {
                    case OWNER, ASSISTANT -> Sight.EVERYONE;
                    case SUPERVISOR -> Sight.NOBODY;
                    case THERAPIST ->
                        act == Act.FIND_IN_EMERGENCY ? Sight.EVERYONE : new Sight.OwnClients(person.account());
                };
            case Actor.Linked linked -> Sight.NOBODY;
            case Actor.Registered registered -> Sight.EVERYONE;
            case Actor.Program program -> Sight.EVERYONE;
        };
    }

    /** Whether somebody is the owner. */
    public static boolean runsThePractice(Actor actor) {
        return actor instanceof Actor.Person person && person.role() == Role.OWNER;
    }

    /** Whether there may be a client for whom somebody is let in by nobody but a reason. */
    public static boolean mayHaveAnEmergency(Actor actor) {
        return actor instanceof Actor.Person person
                && Reach.ofRole(person.role(), Act.OPEN_IN_EMERGENCY) != Reach.NEVER;
    }

    /** Whether somebody sees cases that were handed to them, and no more. */
    public static boolean supervises(Actor actor) {
        return actor instanceof Actor.Person person && person.role() == Role.SUPERVISOR;
    }

    /** Whether somebody is shown what was told, felt and done; else they are shown who comes, and no more. */
    public static boolean seesWhatWasTold(Actor actor) {
        return !(actor instanceof Actor.Person person) || person.role().treats();
    }

    /** A sign-in outlives neither the end of its account nor a change of its role. */
    private boolean isKept(Actor.Person person) {
        Optional<Account> account = records.accounts().find(person.account());
        return account.isPresent() && !account.get().isEnded() && account.get().role() == person.role();
    }

    private boolean reaches(Actor.Person person, Act act, Optional<Id<Client>> client) {
        return switch (Reach.ofRole(person.role(), act)) {
            case NEVER -> false;
            case ALWAYS -> true;
            case LET_IN -> bond(person, client).isPresent();
            case TREATS -> bond(person, client).equals(Optional.of(Bond.TREATS));
            case AUTHOR -> mayBeAuthor(person, client);
            case SUPERVISES ->
                client.flatMap(one -> records.supervisions().findLasting(one, person.account()))
                        .isPresent();
        };
    }

    /** A registered program reads as long as it is in force and who registered it runs the practice; what of, its scopes say at the door. */
    private boolean reaches(Actor.Registered registered, Act act) {
        return (act == Act.READ_BY_API || act == Act.FIND_BY_API)
                && records.apiGrants()
                        .findInForce(registered.program())
                        .flatMap(grant -> records.accounts().find(grant.account()))
                        .filter(account -> !account.isEnded() && account.role() == Role.OWNER)
                        .isPresent();
    }

    /** A link opens what it is for, and nothing from the moment on at which it is used, taken back or has run out. */
    private boolean reaches(Actor.Linked linked, Act act, Optional<Id<Client>> client) {
        if (act == Act.MEND_OWN_CHECK_IN || act == Act.SEE_OWN_CHECK_IN) {
            return client.equals(Optional.of(linked.client())) && gaveACheckIn(linked);
        }
        Optional<PrivateLink> open = records.privateLinks().findOpen(linked.client(), linked.link());
        return open.isPresent()
                && switch (Reach.ofLink(open.get().purpose(), act)) {
                    case NEVER -> false;
                    case ALWAYS -> true;
                    case LET_IN, TREATS, AUTHOR, SUPERVISES -> client.equals(Optional.of(linked.client()));
                };
    }

    /** A slip in what a link was used for can be mended by it, which {@link org.stillpoint.practice.checkin.MendOwnCheckIn} bounds further. */
    private boolean gaveACheckIn(Actor.Linked linked) {
        return records.privateLinks().list(linked.client()).stream()
                .anyMatch(link -> link.id().equals(linked.link())
                        && link.purpose() == LinkPurpose.CHECK_IN
                        && link.state() instanceof LinkState.UsedUp);
    }

    /** Whoever asks is then handed what they wrote themselves, and no more. */
    private boolean mayBeAuthor(Actor.Person person, Optional<Id<Client>> client) {
        return client.isPresent()
                && (person.role() == Role.OWNER
                        || bond(person, client)
                                .filter(bond -> bond != Bond.EMERGENCY)
                                .isPresent());
    }

    private Optional<Bond> bond(Actor.Person person, Optional<Id<Client>> client) {
        return client.flatMap(one -> records.care().find(one, person.account()));
    }
}
