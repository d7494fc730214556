package org.stillpoint.app.fhir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.ProposedEvent;
import org.stillpoint.exchange.fhir.take.TakeFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir.AnsweredSum;
import org.stillpoint.exchange.fhir.take.TakenFhir.ProposedPerson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint fhir import}: what a file of another system would propose. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a FHIR R4 file of another system (JSON, XML or a row of JSON each) and lists what it proposes: conditions"
                    + " and procedures that the client may tell as events, the person, a PHQ-9 with the sum of its answers; and"
                    + " what was passed over, of another person, or no part of R4.",
            "It keeps nothing: nothing enters a history that the client has not told. DSTU2, STU3, R4B and R5 are refused."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:read", "3:the file cannot be read, is another version, or is of more than one person"})
final class TakeFhirFile implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Up to 8 megabytes, the indentation of JSON not counted.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Keep nothing, as in any case: so that scripts may say it.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TakenFhir taken = TakeFhir.of(FhirFile.read(file));
        if (json) {
            spec.commandLine().getOut().println(asJson(taken));
        } else {
            print(taken);
        }
        return ExitCode.OK;
    }

    private void print(TakenFhir taken) {
        taken.proposals()
                .forEach(each -> say(
                        "%s: %s, %s (%s)%s",
                        each.resource(),
                        each.label().value(),
                        each.date().isEmpty() ? "no date" : each.date(),
                        each.dateSource().isEmpty() ? "-" : each.dateSource(),
                        each.reasons().isEmpty() ? "" : " ask: " + reasons(each)));
        taken.events().stream()
                .filter(each -> !taken.proposals().contains(each))
                .forEach(each -> say(
                        "Left out: %s: %s, %s",
                        each.resource(),
                        each.label().value(),
                        each.duplicateOf().isPresent() ? "stands twice" : reasons(each)));
        taken.answers().stream()
                .filter(AnsweredSum::disagrees)
                .forEach(each -> say(
                        "A PHQ-9 states %s; its answers make %d.",
                        each.stated().orElseThrow(), each.counted().orElseThrow()));
        taken.answers().stream()
                .filter(AnsweredSum::speaksOfSelfHarm)
                .forEach(each -> say("A PHQ-9 answers its ninth question with more than nothing: a red flag."));
        if (taken.isDeceased()) {
            say("The file says that this person has died.");
        }
        taken.passedOver().forEach((type, count) -> say("Passed over: %s, %d", type, count));
        taken.dropped().forEach(element -> say("No part of R4: %s", element));
        if (taken.ofAnother() > 0) {
            say("Of another person, left out: %d", taken.ofAnother());
        }
        say("%d proposals. Nothing was kept.", taken.proposals().size());
    }

    private void say(String form, @Nullable Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, form, values));
    }

    private static String reasons(ProposedEvent event) {
        return String.join(", ", reasonNames(event));
    }

    private static List<String> reasonNames(ProposedEvent event) {
        return event.reasons().stream()
                .map(reason -> reason.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static JsonAnswer asJson(TakenFhir taken) {
        List<JsonAnswer> passedOver = new ArrayList<>();
        taken.passedOver()
                .forEach((type, count) ->
                        passedOver.add(new JsonAnswer().put("resource", type).put("count", count)));
        return new JsonAnswer()
                .put("kept", 0)
                .put("proposals", taken.proposals().size())
                .put("events", taken.events().stream().map(TakeFhirFile::asJson).toList())
                .put(
                        "persons",
                        taken.persons().stream().map(TakeFhirFile::asJson).toList())
                .put(
                        "answers",
                        taken.answers().stream().map(TakeFhirFile::asJson).toList())
                .put("deceased", taken.isDeceased())
                .put("passedOver", passedOver)
                .put("dropped", taken.dropped())
                .put("ofAnotherPerson", taken.ofAnother());
    }

    private static JsonAnswer asJson(ProposedEvent event) {
        return new JsonAnswer()
                .put("resource", event.resource())
                .put("id", event.id())
                .put("label", event.label().value())
                .put("codes", event.codes())
                .put("date", event.date())
                .put("precision", event.precision())
                .put("dateSource", event.dateSource())
                .put("ended", event.ended())
                .put("status", event.status())
                .put("verification", event.verification())
                .put("injuryLike", event.isInjuryLike())
                .put("propose", event.advice().name().toLowerCase(Locale.ROOT))
                .put("reasons", reasonNames(event))
                .put("duplicateOf", event.duplicateOf().orElse(null));
    }

    private static JsonAnswer asJson(ProposedPerson person) {
        return new JsonAnswer()
                .put("name", person.name().value())
                .put(
                        "yearOfBirth",
                        person.yearOfBirth().isPresent() ? person.yearOfBirth().getAsInt() : null);
    }

    private static JsonAnswer asJson(AnsweredSum sum) {
        return new JsonAnswer()
                .put("instrument", "phq9")
                .put("authored", sum.authored().orElse(null))
                .put("stated", sum.stated().isPresent() ? sum.stated().getAsDouble() : null)
                .put("counted", sum.counted().isPresent() ? sum.counted().getAsInt() : null)
                .put("disagrees", sum.disagrees())
                .put("redFlag", sum.speaksOfSelfHarm());
    }
}
