package org.stillpoint.app.keep;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.KeyCare;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stillpoint key}: the master key and what opens it. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "The master key: what opens it, a printed code for the day when that is forgotten, and a new key.",
        subcommands = {
            KeyCommand.SetPassphrase.class,
            KeyCommand.SetOpen.class,
            KeyCommand.RecoveryCode.class,
            KeyCommand.Recover.class,
            KeyCommand.Rotate.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "Environment:",
            "  STILLPOINT_PASSPHRASE      opens the key now; asked for where it is not given",
            "  STILLPOINT_NEW_PASSPHRASE  opens it from now on; asked for twice where it is not given"
        })
public final class KeyCommand implements Callable<Integer> {
    /** Own choice, 2026: with Argon2id at 64 MiB a guess costs a tenth of a second; NIST SP 800-63B (2025) asks for 15 characters. */
    private static final int LEAST = 15;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** The passphrase of a first key, where one is given or there is somebody to ask. */
    static Optional<String> findFirstPassphrase(CommandSpec spec) {
        Optional<String> given = given().or(() -> HandedPassphrase.find(System.getenv()));
        return given.isEmpty() && !KeptWhere.isAnybodyThere()
                ? Optional.empty()
                : Optional.of(newPassphrase(spec, given));
    }

    private static Optional<String> given() {
        return Optional.ofNullable(System.getenv("STILLPOINT_NEW_PASSPHRASE"));
    }

    private static String newPassphrase(CommandSpec spec, Optional<String> given) {
        Optional<String> first = given.or(() -> KeptWhere.asked("New passphrase: "));
        Optional<String> second = given.or(() -> KeptWhere.asked("The same again: "));
        if (first.isEmpty() || !first.equals(second)) {
            throw new ParameterException(
                    spec.commandLine(), "No passphrase was given twice alike; nothing was changed.");
        }
        if (first.get().strip().length() < LEAST) {
            throw new ParameterException(
                    spec.commandLine(), "A passphrase has at least " + LEAST + " characters; nothing was changed.");
        }
        return first.get();
    }

    /** {@code stillpoint key passphrase}. */
    @Command(
            name = "passphrase",
            mixinStandardHelpOptions = true,
            description = {
                "Lets the key file open by a passphrase (Argon2id), and no longer by itself.",
                "Copies of the file that were made before open as they did: remove them."
            })
    static final class SetPassphrase implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, () -> {
                StoreSettings there = where.there(false);
                KeyCare.setPassphrase(there.key(), newPassphrase(spec, given()));
                spec.commandLine()
                        .getOut()
                        .println("The key file opens by the passphrase. Print a code: stillpoint key code.");
                return ExitCode.OK;
            });
        }
    }

    /** {@code stillpoint key open}. */
    @Command(
            name = "open",
            mixinStandardHelpOptions = true,
            description =
                    "Lets the key file open by itself: whoever has it and the data has the record. Your own choice.")
    static final class SetOpen implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, () -> {
                KeyCare.openByItself(where.there(false).key());
                spec.commandLine().getOut().println("The key file opens by itself.");
                return ExitCode.OK;
            });
        }
    }

    /** {@code stillpoint key code}. */
    @Command(
            name = "code",
            mixinStandardHelpOptions = true,
            description = {
                "Prints a recovery code. It opens the key file, and every backup from now on, without the passphrase.",
                "It is kept nowhere: print it and lock it away. A new one takes the place of an earlier one."
            })
    static final class RecoveryCode implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, () -> {
                spec.commandLine()
                        .getOut()
                        .println(KeyCare.newRecoveryCode(where.there(false).key()));
                return ExitCode.OK;
            });
        }
    }

    /** {@code stillpoint key recover}. */
    @Command(
            name = "recover",
            mixinStandardHelpOptions = true,
            description = {
                "Opens the key by the printed code (STILLPOINT_RECOVERY_CODE, or asked for) and sets a new passphrase.",
                "With --from, out of a backup: then backup and code alone bring the record back."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the key file opens by the new passphrase", "3:the code does not open it"})
    static final class Recover implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--from", paramLabel = "FILE", description = "A backup. Without it: the key file.")
        private @Nullable Path from;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, () -> {
                StoreSettings settings = where.settings(false);
                String code = Optional.ofNullable(System.getenv("STILLPOINT_RECOVERY_CODE"))
                        .or(() -> KeptWhere.asked("Recovery code: "))
                        .orElseThrow(() -> new ParameterException(spec.commandLine(), "No code was given."));
                Path file = from == null ? settings.key().file() : from.toAbsolutePath();
                KeyCare.recover(file, code, settings.key(), newPassphrase(spec, given()));
                spec.commandLine()
                        .getOut()
                        .println("The key file " + settings.key().file() + " opens by the new passphrase.");
                return ExitCode.OK;
            });
        }
    }

    /** {@code stillpoint key rotate}. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Makes a new master key and wraps every key of the record with it. No practice may be running.",
                "The earlier one stays in the key file for backups of before, unless --forget-earlier."
            })
    static final class Rotate implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--forget-earlier", description = "Backups of before then no longer open.")
        private boolean forgetEarlier;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, () -> {
                int wrapped = KeyCare.rotate(where.there(false), forgetEarlier);
                spec.commandLine()
                        .getOut()
                        .printf("A new master key is in use; the keys of %d clients were wrapped anew.%n", wrapped);
                return ExitCode.OK;
            });
        }
    }
}
