package org.stillpoint.exchange.fhir.take;

import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.words.FhirWords;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;

/**
 * Reads a questionnaire of FHIR R4 as JSON. What of it cannot be asked here as it is meant is refused by its link id, all of it at once; nothing is
 * left out unsaid. It keeps nothing.
 */
public final class TakeQuestionnaire {
    /** Own choice, 2026: a line. */
    static final int MOST_OF_A_TITLE = 300;

    /** Own choice, 2026: about two pages. */
    static final int MOST_OF_A_NOTICE = 8000;

    /** Of whom somebody here could be asked. */
    private static final Set<String> PEOPLE = Set.of("Patient", "Person");

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    private TakeQuestionnaire(String name) {
        this.name = name;
    }

    /** @throws BadInput with everything that is wrong with it */
    public static TakenQuestionnaire of(FhirFile file) {
        return new TakeQuestionnaire(file.name()).take(file);
    }

    private TakenQuestionnaire take(FhirFile file) {
        if (file.isXml()) {
            throw new BadInput(Problem.ofFile(name, ImportedWords.ONLY_JSON));
        }
        FhirVersion.findOther(name, file.text(), false).ifPresent(other -> {
            throw FhirFile.bad(name, other.refusal());
        });
        Questionnaire read = parsed(file);
        FormExtensions extensions = FormExtensions.of(tree(file));
        extensions.faults().forEach((item, faults) -> faults.forEach(fault -> wrong(item, fault)));
        checkWhole(read);
        FormItems items = new FormItems(read, this::wrong);
        String title = told(read.getTitle(), read.getName());
        if (title.isEmpty()) {
            wrong("", ImportedWords.NO_TITLE);
        }
        tooLong(title, MOST_OF_A_TITLE);
        tooLong(told(read.getCopyright()), MOST_OF_A_NOTICE);
        tooLong(told(read.getUrl()), MOST_OF_A_TITLE);
        tooLong(told(read.getVersion()), MOST_OF_A_TITLE);
        tooLong(told(read.getPublisher()), MOST_OF_A_TITLE);
        Optional<PracticeLanguage> language = language(read);
        if (items.items().isEmpty()) {
            wrong("", ImportedWords.NO_QUESTIONS);
        } else if (items.items().size() > FilledQuestionnaire.MOST_ITEMS) {
            wrong("", new ImportedWords.TooManyQuestions(items.items().size(), FilledQuestionnaire.MOST_ITEMS));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new TakenQuestionnaire(
                new PublishedForm(
                        told(read.getUrl(), title),
                        told(read.getVersion()),
                        title,
                        language.orElseThrow(),
                        told(read.getPublisher()),
                        told(read.getCopyright()),
                        items.items(),
                        items.ending()),
                extensions.passedOver());
    }

    private Questionnaire parsed(FhirFile file) {
        Set<String> dropped = new TreeSet<>();
        IParser parser = FhirR4.context().newJsonParser();
        parser.setParserErrorHandler(new DroppedElements(dropped));
        IBaseResource resource;
        try {
            resource = parser.parseResource(file.text());
        } catch (RuntimeException damaged) { // whatever the library stumbles over
            throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
        if (!(resource instanceof Questionnaire questionnaire)) {
            throw new BadInput(Problem.ofFile(name, ImportedWords.NO_QUESTIONNAIRE));
        }
        dropped.forEach(element -> wrong("", new ImportedWords.NotTaken(element)));
        return questionnaire;
    }

    private JsonNode tree(FhirFile file) {
        try {
            return new ObjectMapper().readTree(file.text());
        } catch (JsonProcessingException damaged) {
            throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
    }

    private void checkWhole(Questionnaire read) {
        if (read.hasImplicitRules()) {
            wrong("", new ImportedWords.NotTaken("implicitRules"));
        }
        if (read.hasSubjectType()
                && read.getSubjectType().stream().noneMatch(type -> PEOPLE.contains(told(type.getValue())))) {
            wrong("", ImportedWords.NOT_OF_A_PERSON);
        }
    }

    private Optional<PracticeLanguage> language(Questionnaire read) {
        String said = told(read.getLanguage()).replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT);
        Optional<PracticeLanguage> language = Arrays.stream(PracticeLanguage.values())
                .filter(known -> known.locale().getLanguage().equals(said))
                .findFirst();
        if (language.isEmpty()) {
            wrong("", said.isEmpty() ? ImportedWords.NO_LANGUAGE : ImportedWords.OTHER_LANGUAGE);
        }
        return language;
    }

    private void tooLong(String text, int most) {
        if (text.length() > most) {
            wrong("", new ImportedWords.TooLong(text.length(), most));
        }
    }

    private void wrong(String item, Message fault) {
        problems.add(Problem.ofFile(item.isEmpty() ? name : name + ", " + item, fault));
    }

    /** The first that says something; empty where none does. */
    static String told(@Nullable String... texts) {
        return Arrays.stream(texts)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
