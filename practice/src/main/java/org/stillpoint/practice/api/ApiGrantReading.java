package org.stillpoint.practice.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiProgram;
import org.stillpoint.record.api.ApiToken;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Who may read the record by FHIR, for those who let them, and for the door that they come to. */
public final class ApiGrantReading {

    /**
     * One that opens something.
     *
     * @param whose it is, or who registered it
     */
    public record GrantRow(ApiGrant grant, SignInName whose) {}

    /**
     * What there is.
     *
     * @param open whether the practice lets anybody read
     * @param tokens the actor's own
     * @param others everybody else's tokens, for the owner alone
     * @param programs that the owner registered; everybody who has a token may know of them
     */
    public record ApiGrantsView(boolean open, List<GrantRow> tokens, List<GrantRow> others, List<GrantRow> programs) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ApiGrantReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public ApiGrantsView by(Actor actor) {
        boolean all = Membership.runsThePractice(actor);
        Instant now = clock.instant();
        return work.read(actor, Act.SEE_API_GRANTS, Optional.empty(), records -> {
            List<GrantRow> rows = records.apiGrants().list().stream()
                    .filter(grant -> grant.isInForce(now))
                    .flatMap(grant -> records.accounts().find(grant.account()).stream()
                            .map(account -> new GrantRow(grant, account.signInName())))
                    .toList();
            return new ApiGrantsView(
                    records.apiGrants().isOpen(),
                    rows.stream()
                            .filter(row -> row.grant() instanceof ApiToken && isOwn(actor, row))
                            .toList(),
                    rows.stream()
                            .filter(row -> all && row.grant() instanceof ApiToken && !isOwn(actor, row))
                            .toList(),
                    rows.stream()
                            .filter(row -> row.grant() instanceof ApiProgram)
                            .toList());
        });
    }

    private static boolean isOwn(Actor actor, GrantRow row) {
        return actor.ownAccount().equals(Optional.of(row.grant().account()));
    }

    /** Whether the practice lets anybody read by FHIR. */
    public boolean isOpen(Actor door) {
        return work.read(
                door,
                Act.FIND_API_GRANT,
                Optional.empty(),
                records -> records.apiGrants().isOpen());
    }

    /** Whose token this is, as whom whoever shows it reads; empty where it opens nothing. */
    public Optional<Actor> token(Actor door, String tokenHash) {
        return work.read(
                door,
                Act.FIND_API_GRANT,
                Optional.empty(),
                records -> records.apiGrants()
                        .findTokenInForce(tokenHash)
                        .flatMap(token -> records.accounts().find(token.account()))
                        .filter(account -> !account.isEnded() && account.role().treats())
                        .map(ApiGrantReading::person));
    }

    private static Actor person(Account account) {
        return new Actor.Person(account.id(), account.role());
    }

    /** The program that names itself so, if it may read anything. */
    public Optional<ApiProgram> program(Actor door, Id<ApiGrant> id) {
        return work.read(
                door,
                Act.FIND_API_GRANT,
                Optional.empty(),
                records -> records.apiGrants()
                        .findInForce(id)
                        .flatMap(grant -> grant instanceof ApiProgram program ? Optional.of(program) : Optional.empty())
                        .filter(program -> records.accounts()
                                .find(program.account())
                                .filter(account -> !account.isEnded())
                                .isPresent()));
    }
}
