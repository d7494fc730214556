package org.stillpoint.app.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stillpoint serve}: the practice in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a practice in the browser, on this machine only.",
            "At the first start it prints a one-time code with which the owner's account is made.",
            "With --demo it starts a practice whose clients are all made up, in a folder of its own."
        },
        footer = {
            "",
            "Environment:",
            "  STILLPOINT_DATABASE_PASSWORD  password for --database",
            "  STILLPOINT_DEBUG              show where a failure happened"
        })
public final class ServeCommand implements Callable<Integer> {

    @Option(names = "--demo", description = "Start the demo practice.")
    private boolean demo;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "With --demo: so many made-up clients more, where they are not there yet.")
    private int clients;

    @Option(
            names = "--check-ins",
            paramLabel = "M",
            description = "With --clients: so many check-ins of each; without it ${DEFAULT-VALUE}.")
    private int checkIns = 30;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Keep the record and its master key here. Without it: the folder for application data of this account.")
    private Path folder = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen here; 0 for any free port. Without it: the first free one from 8080.")
    private int port = -1;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description =
                    "Keep the record on a PostgreSQL server (jdbc:postgresql://host:5432/name) and not in FOLDER.")
    private String database = "";

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who signs in to --database.")
    private String databaseUser = "stillpoint";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return serve(spec.commandLine().getOut());
    }

    /** The demo practice with every option at its default: what the program does without a command. */
    public static int serveDemo(PrintWriter out) throws InterruptedException {
        ServeCommand command = new ServeCommand();
        command.demo = true;
        return command.serve(out);
    }

    private int serve(PrintWriter out) throws InterruptedException {
        if (clients != 0 && !demo || clients < 0 || checkIns < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--clients and --check-ins are counts and go with --demo: these people are made up.");
        }
        StoreSettings settings = settings();
        Practice practice = Practice.start(settings, demo, new Practice.MadeUp(clients, checkIns), Port.choose(port));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            practice.close();
            ended.countDown();
        }));
        greet(out, practice, settings.folder());
        ended.await();
        return ExitCode.OK;
    }

    private StoreSettings settings() {
        Path kept = folder.toString().isEmpty()
                ? Folders.standard(
                        System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"), demo)
                : folder.toAbsolutePath();
        if (database.isEmpty()) {
            return new StoreSettings.Sqlite(kept);
        }
        String password = System.getenv().getOrDefault("STILLPOINT_DATABASE_PASSWORD", "");
        return new StoreSettings.Postgres(kept, database, databaseUser, password);
    }

    private void greet(PrintWriter out, Practice practice, Path kept) {
        String address = "http://127.0.0.1:" + practice.port();
        out.println();
        out.println("Stillpoint is ready:  " + address);
        if (demo) {
            out.println("Demo practice:        every client is made up. Sign in as \"" + WebSettings.DEMO_NAME
                    + "\" with the password \"" + WebSettings.DEMO_NAME + "\".");
        } else if (!practice.firstStartCode().isEmpty()) {
            out.println("First start:          open " + address
                    + "/first-start and make the owner's account with the code " + practice.firstStartCode());
        } else {
            out.println("Sign in:              with your own name and password.");
        }
        out.println("Kept, encrypted, in:  " + kept);
        out.println("Keep the master key safe and apart from backups of the data: without it nothing can be read.");
        out.println("Stop with Ctrl-C.");
        out.flush();
    }
}
