package org.stillpoint.app.keep;

import java.util.Optional;
import org.stillpoint.store.KeyCare;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the master key of a first start opens: by a passphrase, or by itself where its owner says so. */
public final class FirstKey {

    @Option(
            names = "--clear-key",
            description =
                    "At the first start: let the master key open by itself. Whoever has the key file and the data then has the record.")
    private boolean clear;

    /**
     * Makes the key where there is none yet.
     *
     * @return the settings, which open a key that was just made without asking again
     * @throws ParameterException if neither a passphrase nor the choice to do without one is given
     */
    public StoreSettings prepare(StoreSettings settings, CommandSpec spec) {
        if (KeyCare.isThere(settings.key())) {
            return settings;
        }
        if (clear) {
            KeyCare.create(settings.key(), Optional.empty());
            return settings;
        }
        String passphrase = KeyCommand.findFirstPassphrase(spec)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "This is a first start. Give the new master key a passphrase in STILLPOINT_NEW_PASSPHRASE, or start from a"
                                + " terminal, which asks for one, or choose --clear-key. Nothing was made."));
        KeyCare.create(settings.key(), Optional.of(passphrase));
        return settings.openedBy(passphrase);
    }
}
