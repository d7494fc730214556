package org.stillpoint.practice.joint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A summary is about to leave for a joint study, by the word of somebody who has seen it: it stands in the account before it does. The key
 * of the entry follows from the protocol's hash and a number, so that whoever has the protocol finds each entry of it, and a second summary
 * is known as one for ever.
 */
public final class ContributeToStudy {
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final UnitOfWork work;

    public ContributeToStudy(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param protocol hash of the protocol
     * @param number 1 for the practice's first summary to this study
     * @param summary hash of what leaves
     */
    public record Command(String protocol, int number, String summary) {}

    /** Answers with the number. */
    public Answer<Integer> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CONTRIBUTE_TO_STUDY, key(wanted.protocol(), wanted.number()), wanted),
                        records -> new Answer.Done<>(wanted.number()),
                        records -> new Answer.Again<>(wanted.number())),
                wanted::number);
    }

    /** How many summaries went to this study before. */
    static int earlier(Audit audit, JointProtocol protocol) {
        Set<Id<?>> keys = audit.listOf(Act.CONTRIBUTE_TO_STUDY).stream()
                .filter(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .flatMap(entry -> entry.key().stream())
                .collect(Collectors.toSet());
        int earlier = 0;
        while (keys.contains(key(protocol.hash(), earlier + 1))) {
            earlier++;
        }
        return earlier;
    }

    /** The first 128 bits of a hash, marked as a UUID of version 8 (RFC 9562). */
    static Id<Deed> key(String protocol, int number) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((protocol + "\n" + number).getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & ~0xF000L | VERSION_8;
            long low = hash.getLong() & ~0xC000000000000000L | VARIANT;
            return new Id<>(new UUID(high, low));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
