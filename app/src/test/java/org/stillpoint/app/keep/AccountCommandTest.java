package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.link.Link;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** Accounts, for whoever holds the key. */
class AccountCommandTest {

    @TempDir
    private Path folder;

    private final Account owner =
            Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, Instant.parse("2026-11-28T09:00:00Z"));

    @BeforeEach
    void addTheOwner() {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            store.accounts().add(owner);
        }
    }

    private Program.Outcome run(String command, String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"account", command, "--data", folder.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Program.run(all);
    }

    @Test
    void list_namesEverybody_beforeAnybodySignedIn() {
        Program.Outcome listed = run("list");
        assertThat(listed.code()).isEqualTo(ExitCode.OK);
        assertThat(listed.out()).contains(owner.id() + "  OWNER  owner  since 2026-11-28T09:00:00Z  last -  0 clients");
        assertThat(run("list", "--json").out()).contains("\"role\":\"OWNER\"", "\"last_sign_in\":null");
    }

    @Test
    void invite_printsALinkOnce_ofWhichOnlyAHashIsKept() {
        Program.Outcome invited = run("invite", "assistant");
        assertThat(invited.code()).isEqualTo(ExitCode.OK);
        Link link = new Link(invited.out().strip().replace("/invitation/", ""));
        assertThat(link.secret()).matches("[\\w-]{43}");
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            assertThat(store.invitations().findByHash(link.hash()).orElseThrow().role())
                    .isEqualTo(Role.ASSISTANT);
        }
        for (String role : new String[] {"owner", "nobody"}) {
            assertThat(run("invite", role).code()).isEqualTo(ExitCode.BAD_INPUT);
        }
    }

    @Test
    void reset_ofNobody_orWithoutATerminal_changesNothing() {
        assertThat(run("reset", "somebody").code()).isEqualTo(ExitCode.BAD_INPUT);
        Program.Outcome unasked = run("reset", "owner");
        assertThat(unasked.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unasked.err()).contains("twice alike");
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            assertThat(store.accounts().find(owner.id())).contains(owner);
        }
    }
}
