package org.stillpoint.exchange.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.work.ClientFile;

class ResearchTablesTest {
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Instant SIGNED = MadeUpRecord.NOW.minusSeconds(3600);

    private static ClientFile file(int seed, boolean research, String name, int born) {
        ClientFile made = new MadeUpRecord(seed).file();
        Client client = Client.added(new PrivateText(name), OptionalInt.of(born), SIGNED);
        ConsentGiven given = new ConsentGiven(
                Id.random(),
                client.id(),
                SIGNED,
                new ConsentDocument(
                        Version.FIRST, List.of(new ConsentPart(ConsentBlock.RESEARCH_USE, "Research", "May it?"))),
                Map.of(ConsentBlock.RESEARCH_USE, research),
                Set.of(),
                ConsentTerm.ONE_YEAR,
                new Signer.Oneself(),
                new Signature.ByName(new PrivateText(name)));
        return new ClientFile(
                made.madeAt(),
                made.practice(),
                made.therapist(),
                made.staff(),
                client,
                made.contact(),
                made.events(),
                made.bodyMaps(),
                made.checkIns(),
                made.scores(),
                made.imported(),
                made.examinations(),
                made.safetyChecks(),
                made.redFlags(),
                new ConsentHistory(List.of(given)),
                made.touchMap(),
                made.sessions(),
                made.notes(),
                made.released(),
                made.appointments(),
                made.plans(),
                made.goals(),
                made.requests());
    }

    private static List<ClientFile> people(int agreed) {
        return IntStream.range(0, agreed)
                .mapToObj(i -> file(i, true, "Person Number " + i, i == 0 ? 1931 : 1980))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static ResearchTable table(List<ResearchTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tables_haveEveryColumnOfTheDictionary_andAreReadBack() {
        List<ResearchTable> tables = ResearchTables.full(people(2), ZONE);

        ResearchTable dictionary = table(tables, "dictionary");
        for (ResearchTable table : tables) {
            if (table != dictionary) {
                assertThat(dictionary.rows().stream()
                                .filter(row -> table.name().equals(row.get("table")))
                                .map(row -> row.get("column")))
                        .as(table.name())
                        .containsExactlyElementsOf(table.columns());
            }
            List<NamedCsvRecord> read =
                    CsvReader.builder().ofNamedCsvRecord(table.csv()).stream().toList();
            assertThat(read).as(table.name()).hasSameSizeAs(table.rows());
            assertThat(read).allSatisfy(row -> assertThat(row.getHeader()).isEqualTo(table.columns()));
        }
        assertThat(table(tables, "clients").rows())
                .extracting(row -> row.get("name"))
                .contains("Person Number 1");
    }

    @Test
    void deidentified_tellsNoNameNoWordNoDate() {
        List<ClientFile> people = people(8);

        List<ResearchTable> tables = ResearchTables.deidentified(people, ZONE);
        String all = tables.stream()
                .filter(table -> !table.name().equals("dictionary"))
                .map(ResearchTable::csv)
                .collect(Collectors.joining());

        assertThat(all)
                .doesNotContain("Person Number")
                .doesNotContainPattern("\\d{4}-\\d{2}")
                .doesNotContain("1931");
        for (ClientFile each : people) {
            assertThat(all).doesNotContain(each.client().id().toString());
            Stream.concat(
                            each.events().stream()
                                    .flatMap(event -> Stream.of(
                                            event.told().mechanism(),
                                            event.told().felt())),
                            each.checkIns().stream()
                                    .map(checkIn -> checkIn.answers().anythingWorse()))
                    .map(PrivateText::value)
                    .filter(words -> words.length() > 12)
                    .forEach(words -> assertThat(all).doesNotContain(words));
        }
    }

    @Test
    void deidentified_whatFewHave_isNotTold() {
        List<ResearchTable> tables = ResearchTables.deidentified(people(8), ZONE);

        assertThat(table(tables, "clients").rows())
                .extracting(row -> row.get("age_band"))
                .containsOnly(ResearchTables.FEW, "40 to 49")
                .containsOnlyOnce(ResearchTables.FEW);
        for (String[] rare : new String[][] {
            {"events", "kind"}, {"event_regions", "region"}, {"pain_maps", "region"}, {"marks", "kind"}
        }) {
            Map<String, Set<String>> people = table(tables, rare[0]).rows().stream()
                    .collect(Collectors.groupingBy(
                            row -> String.valueOf(row.get(rare[1])),
                            Collectors.mapping(
                                    row -> String.valueOf(row.get("person")), Collectors.toCollection(HashSet::new))));
            people.forEach((value, who) -> {
                if (!value.equals(ResearchTables.FEW)) {
                    assertThat(who).as(rare[1] + " " + value).hasSizeGreaterThanOrEqualTo(ResearchTables.LEAST_PEOPLE);
                }
            });
        }
    }

    @Test
    void deidentified_isOfThoseWhoAgreed_andOfFiveAtLeast() {
        List<ClientFile> people = people(5);
        people.add(file(99, false, "Says No", 1980));

        assertThat(table(ResearchTables.deidentified(people, ZONE), "clients").rows())
                .extracting(row -> row.get("person"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThatThrownBy(() -> ResearchTables.deidentified(people.subList(1, 6), ZONE))
                .isInstanceOf(ResearchTables.TooFewPeople.class)
                .hasMessageContaining("4 people");
    }

    @Test
    void surfacedEvents_areInNoTable() {
        ClientFile one = file(3, true, "One", 1980);
        long told = one.events().stream()
                .filter(event -> event.provenance() != Provenance.SURFACED_IN_SESSION)
                .count();

        assertThat(table(ResearchTables.full(List.of(one), ZONE), "events").rows())
                .hasSize((int) told);
    }

    @Test
    void names_inAnyScript_areReadBackAsTheyWereWritten() {
        String name = "יעל كريم 佐々木 김하늘 Ґанна Ƙasimu สมชาย";
        ClientFile one = file(5, true, name, 1980);

        assertThat(
                        CsvReader.builder()
                                .ofNamedCsvRecord(table(ResearchTables.full(List.of(one), ZONE), "clients")
                                        .csv())
                                .stream()
                                .map(row -> row.getField("name")))
                .containsExactly(name);
    }

    @Test
    void cells_thatAreFormulas_areDefused_andNumbersAreNot() {
        ClientFile one = file(4, true, "=HYPERLINK(\"http://x\",\"y\")", 1980);

        ResearchTable clients = table(ResearchTables.full(List.of(one), ZONE), "clients");

        assertThat(clients.csv()).contains("\"'=HYPERLINK(");
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(ResearchTable.defused(start + "1")).startsWith("'");
        }
        assertThat(ResearchTable.defused("1-2")).isEqualTo("1-2");
        assertThat(ResearchColumn.all().stream()
                        .filter(column -> column.name().equals("day_number"))
                        .allMatch(column -> column.type().equals("integer")))
                .isTrue();
    }

    /** Nobody knows what a questionnaire asks that a practice brings along: a number in it may be a telephone's. */
    @Test
    void answersToOwnQuestionnaires_areInWholeTablesAlone() {
        ResearchTable answers = table(ResearchTables.full(people(1), ZONE), "answers");

        assertThat(answers.rows())
                .filteredOn(row -> row.get("item").equals("number"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("answer", "0.25")
                        .containsEntry("questionnaire", "http://example.org/Questionnaire/made-up"));
        assertThat(answers.rows())
                .as("of several answers each has a row")
                .filteredOn(row -> row.get("item").equals("several"))
                .hasSize(3)
                .extracting(row -> row.get("choice") + "/" + row.get("counts"))
                .startsWith("by day/1", "by night/");
        assertThat(ResearchTables.deidentified(people(5), ZONE))
                .extracting(ResearchTable::name)
                .contains("scores")
                .doesNotContain("answers");
    }
}
