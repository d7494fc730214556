package org.stillpoint.app.keep;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.people.InvitePerson;
import org.stillpoint.practice.people.PeopleReading;
import org.stillpoint.practice.people.PeopleReading.PersonSeen;
import org.stillpoint.practice.people.ResetPassword;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.store.Store;
import org.stillpoint.web.people.InvitationAddress;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.Passwords;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint account}: who may sign in, for whoever holds the key. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Who may sign in, for whoever holds the key: listed, invited, and given another password.",
        subcommands = {
            AccountCommand.ListAccounts.class,
            AccountCommand.Invite.class,
            AccountCommand.Reset.class,
            CommandLine.HelpCommand.class
        })
public final class AccountCommand implements Callable<Integer> {
    private static final Actor AT_THE_TERMINAL = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** {@code stillpoint account list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description =
                    "Lists the accounts: id, role, name, since when, last sign-in, clients treated. A practice may be running.")
    static final class ListAccounts implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--json", description = "Print JSON, one account a line.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::list);
        }

        private int list() {
            try (Store store = Store.openBeside(where.there(false))) {
                List<PersonSeen> people = new PeopleReading(store.unitOfWork(new Membership(store)), store.audit())
                        .by(AT_THE_TERMINAL)
                        .people();
                people.forEach(each -> spec.commandLine().getOut().println(json ? asJson(each) : line(each)));
            }
            return ExitCode.OK;
        }

        private static String asJson(PersonSeen seen) {
            return new JsonAnswer()
                    .put("id", seen.account().id().toString())
                    .put("role", seen.account().role().name())
                    .put("name", seen.account().signInName().value())
                    .put("since", seen.account().addedAt().toString())
                    .put("ended", seen.account().endedAt().map(Object::toString).orElse(null))
                    .put("last_sign_in", seen.lastSignIn().map(Object::toString).orElse(null))
                    .put("clients", seen.clients())
                    .line();
        }

        private static String line(PersonSeen seen) {
            Account account = seen.account();
            return "%s  %s  %s  since %s  last %s  %d clients%s"
                    .formatted(
                            account.id(),
                            account.role(),
                            account.signInName().value(),
                            account.addedAt(),
                            seen.lastSignIn().map(Object::toString).orElse("-"),
                            seen.clients(),
                            account.endedAt().map(at -> "  ended " + at).orElse(""));
        }
    }

    /** {@code stillpoint account invite}. */
    @Command(
            name = "invite",
            mixinStandardHelpOptions = true,
            description = {
                "Makes an invitation and prints the end of its link, once: put the address of the practice before it. Whoever"
                        + " opens it within seven days makes an account in that role.",
                "No practice may be running on the record."
            })
    static final class Invite implements Callable<Integer> {
        @Parameters(paramLabel = "ROLE", description = "therapist or assistant.")
        private String role = "";

        @Mixin
        private KeptWhere where = new KeptWhere();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::invite);
        }

        private int invite() {
            Role wanted;
            try {
                wanted = Role.valueOf(role.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException none) {
                wanted = Role.OWNER;
            }
            if (wanted == Role.OWNER) {
                spec.commandLine().getErr().println("\"" + role + "\" is neither therapist nor assistant.");
                return ExitCode.BAD_INPUT;
            }
            Link link = Link.random();
            try (Store store = Store.open(where.there(false))) {
                new InvitePerson(store.unitOfWork(new Membership(store)), Clock.systemUTC())
                        .by(AT_THE_TERMINAL, new InvitePerson.Command(Id.random(), wanted, link.hash()));
            }
            spec.commandLine().getOut().println(InvitationAddress.path(link));
            return ExitCode.OK;
        }
    }

    /** {@code stillpoint account reset}. */
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = {
                "Gives somebody who forgot theirs another password, typed twice at the terminal and not shown. The code of a",
                "device, where one is asked for, is asked for no more until they set that up anew.",
                "No practice may be running on the record."
            },
            footer = {
                "",
                "Environment:",
                "  STILLPOINT_NEW_PASSWORD  the new password; asked for twice where it is not given"
            })
    static final class Reset implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "That they sign in with.")
        private String name = "";

        @Mixin
        private KeptWhere where = new KeptWhere();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::reset);
        }

        private int reset() {
            try (Store store = Store.open(where.there(false))) {
                Optional<Account> found = find(store);
                if (found.isEmpty()) {
                    return refused("Nobody signs in under that name.");
                }
                Optional<String> typed = typedTwice();
                if (typed.isEmpty()) {
                    return refused("No password was given twice alike; nothing was changed.");
                }
                if (PasswordChoice.problem(typed.get(), found.get().signInName().value())
                        .isPresent()) {
                    return refused("That password is too short, too long or easily guessed; nothing was changed.");
                }
                new ResetPassword(store.unitOfWork(new Membership(store)))
                        .by(
                                AT_THE_TERMINAL,
                                new ResetPassword.Command(
                                        Id.random(),
                                        found.get().id(),
                                        Passwords.encoder().encode(typed.get())));
            }
            spec.commandLine().getOut().println("They sign in with the new password.");
            return ExitCode.OK;
        }

        private Optional<Account> find(Store store) {
            try {
                return store.accounts().find(new SignInName(name)).filter(account -> !account.isEnded());
            } catch (BadValue noName) {
                return Optional.empty();
            }
        }

        private static Optional<String> typedTwice() {
            String given = System.getenv("STILLPOINT_NEW_PASSWORD");
            if (given != null) {
                return Optional.of(given);
            }
            Optional<String> first = KeptWhere.asked("New password: ");
            return first.filter(password -> KeptWhere.asked("The same again: ").equals(Optional.of(password)));
        }

        private int refused(String why) {
            spec.commandLine().getErr().println(why);
            return ExitCode.BAD_INPUT;
        }
    }
}
