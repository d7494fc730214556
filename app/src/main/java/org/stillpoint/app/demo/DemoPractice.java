package org.stillpoint.app.demo;

import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.Store;
import org.stillpoint.web.WebSettings;

/** Fills an empty record with a small practice whose clients are all marked as made up. */
public final class DemoPractice {

    private DemoPractice() {}

    /** Does nothing where the practice has been filled before: the owner's account is made last. */
    public static void fill(Store store, PasswordEncoder passwords, Clock clock) {
        if (!store.accounts().list().isEmpty()) {
            return;
        }
        store.clients()
                .add(new Client(
                        Id.random(),
                        new PrivateText("Ana Marin"),
                        OptionalInt.of(1979),
                        true,
                        clock.instant(),
                        Version.FIRST));
        store.accounts()
                .add(Account.added(
                        new SignInName(WebSettings.DEMO_NAME),
                        passwords.encode(WebSettings.DEMO_NAME),
                        Role.OWNER,
                        clock.instant()));
    }
}
