package org.stillpoint.app.questionnaire;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.TakeQuestionnaire;
import org.stillpoint.exchange.fhir.take.TakenQuestionnaire;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.questionnaire.FormStanding;
import org.stillpoint.practice.questionnaire.ImportQuestionnaire;
import org.stillpoint.record.Id;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.store.Store;
import org.stillpoint.words.AnswerWayTold;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint questionnaire import}: what the page of own questionnaires does, from a file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a questionnaire of FHIR R4 (one Questionnaire as JSON) into the record, and offers it to clients who read its"
                    + " language. What cannot be asked as it is meant is refused by the link id of its item, all of it at"
                    + " once; nothing is left out unsaid.",
            "Nothing is read out of its answers but their sum, and no answer warns anybody. Another edition of one address and"
                    + " language takes the place of the one before; the very same again is offered again.",
            "No practice may be running on the record, but with --dry-run."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is kept and offered; with --dry-run: it could be",
            "2:nobody said --may-use; nothing was kept",
            "3:the file is refused, or there is no such practice"
        })
final class TakeQuestionnaireFile implements Callable<Integer> {
    private static final Speaker ENGLISH = new Speaker(Locale.UK, ZoneOffset.UTC);

    @Parameters(paramLabel = "FILE", description = "Up to 8 megabytes, the indentation of JSON not counted.")
    private Path file = Path.of("");

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(
            names = "--may-use",
            description =
                    "Whoever types this says that the practice may use the questionnaire. It is asked for in place of the"
                            + " tick on the page: read what the file says of who may use it, with --dry-run.")
    private boolean mayUse;

    @Option(names = "--dry-run", description = "Print what it asks and who may use it, and keep nothing.")
    private boolean dryRun;

    @Option(
            names = "--json",
            description =
                    "Print JSON: kept, id, standing (new, takes_place or is_there), title, url, edition, language,"
                            + " publisher, copyright, sum; questions with linkId, text, answers, several, required and conditional;"
                            + " passedOver.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::take);
    }

    private int take() {
        TakenQuestionnaire taken = TakeQuestionnaire.of(FhirFile.read(file));
        if (dryRun) {
            try (Store store = Store.openBeside(where.there(false))) {
                say(taken, FormStanding.of(taken.form(), QuestionnaireCommand.all(store)), Optional.empty());
            }
            return ExitCode.OK;
        }
        if (!mayUse) {
            spec.commandLine().getErr().println("Who may use it: " + copyright(taken.form()));
            spec.commandLine().getErr().println("Say --may-use where the practice may use it; nothing was kept.");
            return ExitCode.USAGE;
        }
        try (Store store = Store.open(where.there(false))) {
            FormStanding standing = FormStanding.of(taken.form(), QuestionnaireCommand.all(store));
            Answer<ImportedQuestionnaire> kept = new ImportQuestionnaire(
                            store.unitOfWork(new Membership(store)), Clock.systemUTC())
                    .by(
                            QuestionnaireCommand.AT_THE_TERMINAL,
                            new ImportQuestionnaire.Command(Id.random(), taken.form(), true));
            if (!(kept instanceof Answer.Done<ImportedQuestionnaire>(ImportedQuestionnaire edition))) {
                throw new IllegalStateException("a new key was used before");
            }
            say(taken, standing, Optional.of(edition));
        }
        return ExitCode.OK;
    }

    private static String copyright(PublishedForm form) {
        return form.copyright().isEmpty() ? ENGLISH.say(ImportedWords.NO_COPYRIGHT) : form.copyright();
    }

    private void say(TakenQuestionnaire taken, FormStanding standing, Optional<ImportedQuestionnaire> kept) {
        if (json) {
            spec.commandLine().getOut().println(asJson(taken, standing, kept));
        } else {
            print(taken, standing, kept);
        }
    }

    private void print(TakenQuestionnaire taken, FormStanding standing, Optional<ImportedQuestionnaire> kept) {
        PublishedForm form = taken.form();
        line("%s (%s)", form.title(), form.language().locale().getLanguage());
        line("Address: %s%s", form.url(), form.edition().isEmpty() ? "" : ", edition " + form.edition());
        line("Who may use it: %s", copyright(form));
        form.items().forEach(item -> line("%s: %s (%s)", item.linkId(), item.text(), AnswerWayTold.of(item, ENGLISH)));
        line("Sum: %s", ENGLISH.say(isScored(form) ? ImportedWords.HAS_SUM : ImportedWords.HAS_NO_SUM));
        taken.passedOver().forEach(address -> line("Passed over: %s", address));
        standing(standing).ifPresent(message -> line("%s", ENGLISH.say(message)));
        line("%s", ENGLISH.say(ImportedWords.NO_WARNING));
        line("%s", kept.map(one -> "Kept, and offered: " + one.id()).orElse("Nothing was kept."));
    }

    private static Optional<Message> standing(FormStanding standing) {
        return switch (standing) {
            case NEW -> Optional.empty();
            case TAKES_PLACE -> Optional.of(ImportedWords.TAKES_PLACE);
            case IS_THERE -> Optional.of(ImportedWords.IS_THERE);
        };
    }

    private static boolean isScored(PublishedForm form) {
        return ImportedQuestionnaire.of(Id.random(), form, Instant.EPOCH).isScored();
    }

    private void line(String form, @Nullable Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, form, values));
    }

    private static JsonAnswer asJson(
            TakenQuestionnaire taken, FormStanding standing, Optional<ImportedQuestionnaire> kept) {
        PublishedForm form = taken.form();
        return new JsonAnswer()
                .put("kept", kept.isPresent())
                .put("id", kept.map(one -> one.id().toString()).orElse(null))
                .put("standing", standing.name().toLowerCase(Locale.ROOT))
                .put("title", form.title())
                .put("url", form.url())
                .put("edition", form.edition())
                .put("language", form.language().locale().getLanguage())
                .put("publisher", form.publisher())
                .put("copyright", form.copyright())
                .put("sum", isScored(form))
                .put(
                        "questions",
                        form.items().stream().map(TakeQuestionnaireFile::asJson).toList())
                .put("passedOver", taken.passedOver());
    }

    private static JsonAnswer asJson(ImportedItem item) {
        return new JsonAnswer()
                .put("linkId", item.linkId())
                .put("text", item.text())
                .put("answers", AnswerWayTold.of(item, ENGLISH))
                .put("several", item.way() instanceof AnswerWay.ByChoice choice && choice.several())
                .put("required", item.required())
                .put("conditional", !item.rules().isEmpty());
    }
}
