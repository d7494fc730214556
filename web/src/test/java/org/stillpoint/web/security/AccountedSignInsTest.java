package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry.Outcome;

class AccountedSignInsTest {

    private final Account ann = Account.added(new SignInName("ann"), "{kind}hash", Role.OWNER, Instant.EPOCH);
    private final List<List<Object>> written = new ArrayList<>();

    private final Audit audit = only(Audit.class, "signIn", arguments -> {
        written.add(Arrays.asList(arguments));
        return null;
    });
    private final Accounts accounts = only(
            Accounts.class,
            "find",
            arguments -> arguments[0].equals(ann.signInName()) ? Optional.of(ann) : Optional.empty());

    private final AccountedSignIns account = new AccountedSignIns(audit, accounts);

    @Test
    void tries_areWrittenDown_byAccount_andNeverWhatWasTyped() {
        account.letIn(ann.id());
        account.turnedAway("ANN");
        account.turnedAway("nobody");
        account.turnedAway("two words");
        assertThat(written)
                .containsExactly(
                        List.of(Optional.of(ann.id()), Outcome.DONE),
                        List.of(Optional.of(ann.id()), Outcome.NOT_ALLOWED),
                        List.of(Optional.empty(), Outcome.NOT_ALLOWED),
                        List.of(Optional.empty(), Outcome.NOT_ALLOWED));
    }

    private interface Answering {
        @Nullable
        Object to(Object[] arguments);
    }

    private static <T> T only(Class<T> port, String method, Answering answering) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new AssertionError(called + " is not asked for");
                    }
                    return answering.to(arguments);
                }));
    }
}
