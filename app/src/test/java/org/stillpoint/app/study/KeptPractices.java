package org.stillpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.record.contract.StudyPeople.threeAnswers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.StudyPeople;
import org.stillpoint.record.contract.StudyPeople.StudyPerson;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Practices with records of their own on the disk, and a draft that names them. */
final class KeptPractices {
    /** Day 0 of everybody, at noon by UTC: far enough back for every entry to have been given. */
    private static final LocalDate ZERO = LocalDate.now(ZoneOffset.UTC).minusDays(200);

    private KeptPractices() {}

    /** A practice with clients who were treated and who waited, and as many who have not agreed to research as are named. */
    static void keep(Path data, long seed, int each, int notAgreed) throws IOException {
        Files.createDirectories(data);
        Random random = new Random(seed);
        try (Store store = Store.open(new StoreSettings.Sqlite(data))) {
            for (int i = 0; i < 2 * each + notAgreed; i++) {
                boolean treated = i % 2 == 0;
                int before = 12 + random.nextInt(13);
                int after = Math.max(0, before - random.nextInt(8) - (treated ? 4 : 0));
                Id<Client> client = StudyPeople.add(
                        store,
                        new StudyPerson(
                                ZERO.atTime(12, 0).toInstant(ZoneOffset.UTC),
                                OptionalInt.of(1980),
                                Stream.concat(
                                                threeAnswers(0, before / 3.0).stream(),
                                                threeAnswers(60, after / 3.0).stream())
                                        .toList(),
                                treated ? OptionalInt.of(10) : OptionalInt.empty(),
                                false));
                StudyPeople.signs(store, client, Instant.now().minus(Duration.ofHours(1)), i < 2 * each);
            }
        }
    }

    static String key(Path data) {
        Program.Outcome printed = Program.run("study", "key", "--data", data.toString(), "--json");
        assertThat(printed.code()).as(printed.err()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(printed.out()).get("key").asString();
    }

    /** A draft over their days, for these practices. */
    static ObjectNode draft(List<Path> practices) {
        ObjectNode draft = (ObjectNode)
                JsonMapper.shared().readTree(StudyCommand.class.getResourceAsStream("treated-and-waiting.json"));
        draft.putObject("period")
                .put("from", ZERO.minusDays(5).toString())
                .put("to", ZERO.plusDays(5).toString());
        ArrayNode named = draft.putArray("practices");
        for (Path data : practices) {
            named.addObject().put("name", String.valueOf(data.getFileName())).put("key", key(data));
        }
        return draft;
    }
}
