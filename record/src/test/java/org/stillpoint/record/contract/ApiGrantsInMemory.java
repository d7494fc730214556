package org.stillpoint.record.contract;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiGrants;
import org.stillpoint.record.api.ApiToken;

/** Who may read by FHIR, in memory. */
final class ApiGrantsInMemory implements ApiGrants {
    private final Memory memory;
    private final Accounts accounts;
    private final Clock clock;
    private final Memory.Table<Id<ApiGrant>, ApiGrant> rows;
    private final Memory.Table<Boolean, Boolean> door;

    ApiGrantsInMemory(Memory memory, Accounts accounts, Clock clock) {
        this.memory = memory;
        this.accounts = accounts;
        this.clock = clock;
        this.rows = memory.table();
        this.door = memory.table();
    }

    @Override
    public boolean isOpen() {
        return door.find(true).orElse(false);
    }

    @Override
    public void setOpen(boolean open) {
        door.put(true, open);
    }

    @Override
    public void add(ApiGrant grant) {
        memory.write(() -> {
            Optional<ApiGrant> there = rows.find(grant.id());
            if (there.isPresent() ? !there.get().equals(grant) : isTaken(grant)) {
                throw new AlreadyThere("grant", grant.id());
            }
            if (accounts.find(grant.account()).isEmpty()) {
                throw new NoSuchRecord("account", grant.account());
            }
            rows.put(grant.id(), grant);
            return grant;
        });
    }

    private boolean isTaken(ApiGrant grant) {
        return grant instanceof ApiToken token
                && tokens().stream().anyMatch(each -> each.tokenHash().equals(token.tokenHash()));
    }

    private List<ApiToken> tokens() {
        return rows.stream()
                .filter(ApiToken.class::isInstance)
                .map(ApiToken.class::cast)
                .toList();
    }

    @Override
    public void replace(ApiGrant grant) {
        memory.write(() -> {
            if (rows.find(grant.id()).isEmpty()) {
                throw new NoSuchRecord("grant", grant.id());
            }
            rows.put(grant.id(), grant);
            return grant;
        });
    }

    @Override
    public Optional<ApiGrant> find(Id<ApiGrant> id) {
        return rows.find(id);
    }

    @Override
    public Optional<ApiGrant> findInForce(Id<ApiGrant> id) {
        return rows.find(id).filter(this::isInForce);
    }

    private boolean isInForce(ApiGrant grant) {
        return isOpen() && grant.isInForce(clock.instant());
    }

    @Override
    public Optional<ApiToken> findTokenInForce(String tokenHash) {
        return tokens().stream()
                .filter(token -> token.tokenHash().equals(tokenHash))
                .filter(this::isInForce)
                .findFirst();
    }

    @Override
    public List<ApiGrant> list() {
        return rows.stream()
                .sorted(Comparator.comparing(ApiGrant::madeAt)
                        .thenComparing(grant -> grant.id().toString()))
                .toList();
    }
}
