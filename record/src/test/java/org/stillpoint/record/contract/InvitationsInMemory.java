package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Invitation;
import org.stillpoint.record.account.Invitations;

/** The invitations, in memory. */
final class InvitationsInMemory implements Invitations {
    private final Memory memory;
    private final Memory.Table<Id<Invitation>, Invitation> rows;

    InvitationsInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    @Override
    public void add(Invitation invitation) {
        memory.write(() -> {
            boolean another = rows.stream()
                    .filter(kept ->
                            kept.id().equals(invitation.id()) || kept.linkHash().equals(invitation.linkHash()))
                    .anyMatch(kept -> !kept.equals(invitation));
            if (another) {
                throw new AlreadyThere("invitation", invitation.id());
            }
            rows.put(invitation.id(), invitation);
            return invitation;
        });
    }

    @Override
    public Optional<Invitation> findByHash(String linkHash) {
        return rows.stream().filter(kept -> kept.linkHash().equals(linkHash)).findFirst();
    }

    @Override
    public List<Invitation> list() {
        return rows.stream()
                .sorted(Comparator.comparing(Invitation::madeAt)
                        .thenComparing(Invitation::id)
                        .reversed())
                .toList();
    }

    @Override
    public void withdraw(Id<Invitation> id) {
        rows.remove(id);
    }
}
