package org.stillpoint.app.keep;

import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.BadBackup;
import org.stillpoint.store.CannotOpen;
import org.stillpoint.store.KeyPlace;
import org.stillpoint.store.StoreSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a practice is kept: the options that every command shares that opens one. */
public final class KeptWhere {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The practice's folder. Without it: the folder for application data of this account.")
    private @Nullable Path folder;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description =
                    "The record is kept on a PostgreSQL server (jdbc:postgresql://host:5432/name) and not in FOLDER.")
    private String database = "";

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who signs in to --database.")
    private String databaseUser = "stillpoint";

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The master key. Without it: master.key in FOLDER.")
    private @Nullable Path keyFile;

    /** @param demo whether the demo practice is meant where no folder is named */
    public StoreSettings settings(boolean demo) {
        Path kept = folder(demo);
        KeyPlace key = new KeyPlace(
                keyFile == null ? KeyPlace.in(kept).file() : keyFile.toAbsolutePath(), KeptWhere::passphrase);
        if (database.isEmpty()) {
            return new StoreSettings.Sqlite(kept, key);
        }
        String password = System.getenv().getOrDefault("STILLPOINT_DATABASE_PASSWORD", "");
        return new StoreSettings.Postgres(kept, key, database, databaseUser, password);
    }

    private Path folder(boolean demo) {
        return folder == null
                ? Folders.standard(
                        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"), demo)
                : folder.toAbsolutePath();
    }

    /** Whether the folder was named, and not taken for granted. */
    boolean isNamed() {
        return folder != null;
    }

    /** The same, where a practice is; a folder without one is a problem and never made. */
    public StoreSettings there(boolean demo) {
        StoreSettings settings = settings(demo);
        Path sign = settings instanceof StoreSettings.Sqlite
                ? settings.folder().resolve("stillpoint.db")
                : settings.key().file();
        if (!Files.exists(sign)) {
            throw new NothingThere(settings.folder());
        }
        return settings;
    }

    /** There is no practice in the folder that was named. */
    public static final class NothingThere extends RuntimeException {
        NothingThere(Path folder) {
            super("No practice is kept in " + folder + "; name its folder with --data.");
        }
    }

    /** From the environment, handed over by the system, or asked at the terminal. */
    private static Optional<String> passphrase() {
        return Optional.ofNullable(System.getenv("STILLPOINT_PASSPHRASE"))
                .or(() -> HandedPassphrase.find(System.getenv()))
                .or(() -> asked("Passphrase of the master key: "));
    }

    /** Whether somebody can be asked. */
    static boolean isAnybodyThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Asked at the terminal, unseen; empty where there is none. */
    static Optional<String> asked(String prompt) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }

    /** Runs a command; what cannot be used is told in its own sentence. */
    public static int told(CommandSpec spec, Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (NothingThere | CannotOpen | BadBackup unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.BAD_INPUT;
        }
    }
}
