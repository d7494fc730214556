package org.stillpoint.app.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.app.job.BackupJob;
import org.stillpoint.app.keep.FirstKey;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.practice.emergency.OpenInEmergency;
import org.stillpoint.record.BadValue;
import org.stillpoint.store.KeyCare;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code stillpoint serve}: the practice in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts a practice in the browser, on this machine only unless --listen or --behind-proxy says otherwise.",
            "At the first start it prints a one-time code with which the owner's account is made.",
            "With --demo it starts a practice whose clients are all made up, in a folder of its own."
        },
        footer = {
            "",
            "Environment:",
            "  STILLPOINT_DATABASE_PASSWORD  password for --database",
            "  STILLPOINT_NEW_PASSPHRASE     opens the master key that a first start makes; asked for where it is not given",
            "  STILLPOINT_PASSPHRASE         opens a master key that has one; asked for where it is not given",
            "  CREDENTIALS_DIRECTORY         a file stillpoint-passphrase in it stands for either (systemd, containers)",
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
            names = "--sessions",
            paramLabel = "S",
            description = "With --clients: so many sessions of each; without it ${DEFAULT-VALUE}.")
    private int sessions = 2;

    @Option(
            names = "--maps",
            paramLabel = "P",
            description = "With --clients: so many maps of the pain of each; without it ${DEFAULT-VALUE}.")
    private int maps = 1;

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Mixin
    private FirstKey firstKey = new FirstKey();

    @Option(
            names = "--new",
            description =
                    "Start an empty practice with a master key that has opened another before; else the database is missing.")
    private boolean orNew;

    @Option(
            names = "--backups",
            paramLabel = "FOLDER",
            description =
                    "Write a backup there every night, and keep seven. Without it: the folder \"backups\" of the practice's own; another disk is better.")
    private @Nullable Path backups;

    @Option(
            names = "--backup-after",
            paramLabel = "SECONDS",
            description =
                    "How long after the start one is written that is due: after a night for which the machine was off. Without it: ${DEFAULT-VALUE}.")
    private int backupAfter = 300;

    @Option(names = "--no-backups", description = "Write none.")
    private boolean noBackups;

    @Option(
            names = "--emergency-hours",
            paramLabel = "HOURS",
            description =
                    "How long a record stays open that a therapist opens in an emergency, 1 to 72. Without it: ${DEFAULT-VALUE}.")
    private int emergencyHours =
            Math.toIntExact(OpenInEmergency.HowLong.USUAL.duration().toHours());

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen here; 0 for any free port. Without it: the first free one from 8080.")
    private int port = -1;

    @Mixin
    private Door door = new Door();

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
        if (clients != 0 && !demo || clients < 0 || checkIns < 0 || sessions < 1 || maps < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--clients, --check-ins, --sessions and --maps are counts and go with --demo: these people are made up.");
        }
        StoreSettings settings = demo ? where.settings(true) : firstKey.prepare(where.settings(false), spec);
        DoorWay way = door.way(settings.folder());
        Practice practice = Practice.start(
                settings,
                new Practice.KeptHow(demo, orNew, backups(settings), door.limits(), emergency(), way),
                new Practice.MadeUp(clients, new LargePractice.OfEach(checkIns, sessions, maps)),
                Port.choose(port));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            practice.close();
            ended.countDown();
        }));
        greet(out, practice, settings, way);
        ended.await();
        return ExitCode.OK;
    }

    private OpenInEmergency.HowLong emergency() {
        try {
            return new OpenInEmergency.HowLong(Duration.ofHours(emergencyHours));
        } catch (BadValue outside) {
            throw new ParameterException(spec.commandLine(), "--emergency-hours are 1 to 72.");
        }
    }

    /** Where the backups of every night go; empty where there are none: the demo's people are made up. */
    private Optional<BackupJob.NightlyBackups> backups(StoreSettings settings) {
        return demo || noBackups
                ? Optional.empty()
                : Optional.of(new BackupJob.NightlyBackups(
                        backups == null ? settings.folder().resolve("backups") : backups.toAbsolutePath(),
                        Duration.ofSeconds(Math.max(0, backupAfter))));
    }

    private void greet(PrintWriter out, Practice practice, StoreSettings settings, DoorWay way) {
        String address = (way.certificate().isPresent() ? "https" : "http") + "://127.0.0.1:" + practice.port();
        out.println();
        out.println("Stillpoint is ready:  " + address);
        way.proxy().ifPresent(name -> out.println("By the proxy:         https://" + name));
        way.certificate().ifPresent(files -> {
            way.names().stream()
                    .filter(name -> !name.equals("localhost") && !name.equals("127.0.0.1"))
                    .map(name -> "https://" + name + ":" + practice.port())
                    .forEach(other ->
                            out.println("From other devices:   " + other + System.lineSeparator() + QrText.of(other)));
            out.println("Its certificate:      compare the fingerprint before you trust it (SHA-256):");
            out.println("                      " + files.fingerprint());
        });
        if (demo) {
            out.println("Demo practice:        every client is made up. Sign in as \"" + WebSettings.DEMO_NAME
                    + "\" with the password \"" + WebSettings.DEMO_NAME + "\".");
        } else if (!practice.firstStartCode().isEmpty()) {
            out.println("First start:          open " + address
                    + "/first-start and make the owner's account with the code " + practice.firstStartCode());
        } else {
            out.println("Sign in:              with your own name and password.");
        }
        out.println("Kept, encrypted, in:  " + settings.folder());
        backups(settings).ifPresent(nightly -> out.println("Backed up nightly in: " + nightly.to()));
        practice.loss()
                .ifPresent(loss -> out.printf(
                        "THE RECORD IS SHORTER THAN IT WAS: of %d entries that the account had at %s, %d are there. Restore a"
                                + " backup, or take it as it is with \"stillpoint verify --take-as-it-is\".%n",
                        loss.had(), loss.last(), loss.has()));
        if (!demo && KeyCare.opensByItself(settings.key())) {
            out.println(
                    "The key opens by itself:  whoever has " + settings.key().file()
                            + " and the data has the record. Set a passphrase: stillpoint key passphrase");
        }
        out.println("Keep the master key safe and apart from backups of the data: without it nothing can be read.");
        out.println("Stop with Ctrl-C.");
        out.flush();
    }
}
