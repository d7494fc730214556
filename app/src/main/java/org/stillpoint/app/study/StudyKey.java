package org.stillpoint.app.study;

import java.util.Base64;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint study key}: by what an installation is known to a coordinator. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the public key by which this installation signs what it contributes (Ed25519), for the protocol, and a short form"
                    + " to read out on the telephone. Nobody can sign by it. A practice may be running.",
            "The key stays the same after a restore and under another master key. What is taken in by another installation (take-in)"
                    + " signs by that one's key."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "3:there is no such practice"})
final class StudyKey implements Callable<Integer> {
    private static final int READ_OUT = 16;
    private static final int GROUP = 4;

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--json", description = "Print JSON: key, short.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::print);
    }

    private int print() {
        try (Store store = Store.openBeside(where.there(false))) {
            byte[] key = store.signature().publicKey();
            String text = Base64.getEncoder().encodeToString(key);
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(new JsonAnswer()
                                .put("key", text)
                                .put("short", shortForm(key))
                                .line());
            } else {
                spec.commandLine().getOut().println(text);
                spec.commandLine().getOut().println("To read out: " + shortForm(key));
            }
        }
        return ExitCode.OK;
    }

    /** The first 64 bits of its hash, in groups: enough to tell a key that was exchanged on its way. */
    private static String shortForm(byte[] key) {
        String hash = StudyJson.hash(key).substring(0, READ_OUT);
        return String.join(" ", hash.split("(?<=\\G.{" + GROUP + "})", -1)).strip();
    }
}
