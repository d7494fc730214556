package org.stillpoint.record.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.stillpoint.record.signin.DoorBook;

/** The book at the door, in memory. */
final class DoorBookInMemory implements DoorBook {
    private final String practice = UUID.randomUUID().toString();
    private final Map<String, Tries> counted = new HashMap<>();
    private final Map<String, Instant> shown = new HashMap<>();
    private final Map<String, ThingPutBy> putBy = new HashMap<>();

    private record ThingPutBy(byte[] sealed, Instant until) {}

    @Override
    public byte[] key(String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((practice + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public synchronized boolean isFirst(String what, Instant until, Instant now) {
        shown.values().removeIf(each -> !each.isAfter(now));
        return shown.putIfAbsent(what, until) == null;
    }

    @Override
    public synchronized <T> T count(Set<String> names, Instant now, Function<Map<String, Tries>, T> counting) {
        counted.values().removeIf(tries -> !tries.last().plus(COUNTED_FOR).isAfter(now));
        Map<String, Tries> some = new HashMap<>(counted);
        some.keySet().retainAll(names);
        T answer = counting.apply(some);
        names.forEach(counted::remove);
        counted.putAll(some);
        return answer;
    }

    @Override
    public synchronized void putBy(String name, byte[] sealed, Instant until, Instant now) {
        putBy.values().removeIf(each -> !each.until().isAfter(now));
        putBy.put(name, new ThingPutBy(sealed.clone(), until));
    }

    @Override
    public synchronized Optional<byte[]> findPutBy(String name, Instant now) {
        return Optional.ofNullable(putBy.get(name))
                .filter(each -> each.until().isAfter(now))
                .map(each -> each.sealed().clone());
    }
}
