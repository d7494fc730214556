package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.mail.Outbox;
import org.stillpoint.record.mail.OutboxMail;

/** The mails to clients, in memory. */
final class OutboxInMemory implements Outbox {
    private static final Comparator<OutboxMail> IN_TIME =
            Comparator.<OutboxMail, Instant>comparing(mail -> at(mail.state())).thenComparing(OutboxMail::id);

    private final Memory memory;
    private final OfAClient<OutboxMail> rows;
    private final Memory.Table<Id<OutboxMail>, Instant> takenUntil;
    private final CareInMemory care;

    OutboxInMemory(Memory memory, ClientsInMemory clients, CareInMemory care) {
        this.memory = memory;
        this.care = care;
        rows = new OfAClient<>(
                "mail", memory, clients, OutboxMail::id, OutboxMail::client, OutboxMail::version, OutboxMail::seenAt);
        takenUntil = memory.table();
    }

    private static Instant at(MailState state) {
        return switch (state) {
            case MailState.ToBeSent waits -> waits.next();
            case MailState.HandedOver over -> over.at();
            case MailState.GivenUp up -> up.at();
            case MailState.NotWanted not -> not.at();
        };
    }

    @Override
    public void add(OutboxMail mail) {
        if (findByOffHash(mail.offHash()).filter(kept -> !kept.equals(mail)).isPresent()) {
            throw new AlreadyThere("mail", mail.id());
        }
        rows.add(mail, OutboxMail::equals);
    }

    @Override
    public boolean isWritten(MailMatter matter) {
        return rows.listAll(IN_TIME).stream().anyMatch(mail -> mail.id().equals(matter.mail()));
    }

    @Override
    public Optional<OutboxMail> find(Id<Client> client, Id<OutboxMail> id) {
        return rows.find(client, id);
    }

    @Override
    public Optional<OutboxMail> findByOffHash(String offHash) {
        return rows.listAll(IN_TIME).stream()
                .filter(mail -> mail.offHash().equals(offHash))
                .findFirst();
    }

    @Override
    public List<OutboxMail> list(Id<Client> client) {
        return rows.list(client, IN_TIME.reversed());
    }

    @Override
    public List<MailDue> listDue(Instant now, int atMost) {
        return rows.listAll(IN_TIME).stream()
                .filter(mail -> isFree(mail, now))
                .limit(atMost)
                .map(mail -> new MailDue(mail.id(), mail.client()))
                .toList();
    }

    private boolean isFree(OutboxMail mail, Instant now) {
        return mail.state() instanceof MailState.ToBeSent waits
                && !waits.next().isAfter(now)
                && takenUntil.find(mail.id()).filter(now::isBefore).isEmpty();
    }

    @Override
    public List<OutboxMail> listGivenUp(Instant since, int atMost) {
        return rows.listAll(IN_TIME).stream()
                .filter(mail ->
                        mail.state() instanceof MailState.GivenUp up && !up.at().isBefore(since))
                .filter(mail -> care.isSeen(mail.client()))
                .limit(atMost)
                .toList();
    }

    @Override
    public boolean take(Id<OutboxMail> id, Instant now, Instant until) {
        return memory.write(() -> {
            boolean free =
                    rows.listAll(IN_TIME).stream().anyMatch(mail -> mail.id().equals(id) && isFree(mail, now));
            if (free) {
                takenUntil.put(id, until);
            }
            return free;
        });
    }

    @Override
    public OutboxMail update(OutboxMail changed) {
        return memory.write(() -> {
            OutboxMail kept = rows.replace(changed, (before, wanted) -> wanted);
            takenUntil.remove(kept.id());
            return kept;
        });
    }
}
