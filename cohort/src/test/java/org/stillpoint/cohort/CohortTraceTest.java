package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.bench.LivesCommand;
import org.stillpoint.app.trace.TraceCommand;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CohortTraceTest {

    @TempDir
    private static Path folder;

    private static Map<String, JsonNode> maps(CohortRun run) {
        assertThat(run.code()).as(run.err()).isZero();
        Map<String, JsonNode> maps = new TreeMap<>();
        run.out().lines().forEach(line -> {
            JsonNode map = JsonMapper.shared().readTree(line);
            maps.put(map.get("id").asString(), map);
        });
        return maps;
    }

    @Test
    void oneFile_wholeOrInParts_tracesAsOneMachine() throws IOException {
        Path maps = Files.createDirectory(folder.resolve("maps"));
        MadeUpExports.maps(maps, 1, 120, EveryBody.STANDARD);
        // The name is that of a table of an export; the columns tell that it is none.
        String file = Files.move(maps.resolve("practice-0.csv"), maps.resolve("pain_maps.csv"))
                .toString();
        Map<String, JsonNode> alone = maps(CohortRun.of(new CommandLine(new TraceCommand()), file, "--json"));
        Map<String, JsonNode> whole = maps(CohortRun.of(CohortRun.local("trace", file, "--json")));
        Map<String, JsonNode> parts =
                maps(CohortRun.of(CohortRun.local("trace", file, "--json", "--part-bytes", "4000")));
        assertThat(alone).hasSize(120);
        assertThat(whole).hasSize(120);
        assertThat(parts).hasSize(120);
        alone.forEach((id, map) -> {
            Alike.check(whole.get(id), map, Set.of("read"));
            Alike.check(parts.get(id), map, Set.of("read"));
        });
        assertThat(whole.values()).filteredOn(map -> map.has("read")).hasSize(1);
    }

    @Test
    void exportOfMaps_isTracedAsTheTableOfItsMaps() {
        CohortRun.write(
                folder.resolve("practice/pain_maps.csv"),
                "person,day_number,map,region,pain,quality\n1,0,1,X107,6,\n1,0,1,X113,3,dull\n1,9,2,X107,2,\n2,0,1,X214,8,(few)\n2,0,1,(few),8,\n");
        Map<String, JsonNode> export = maps(
                CohortRun.of(CohortRun.local("trace", folder.resolve("practice").toString(), "--json")));
        StringBuilder table = new StringBuilder("id");
        var regions = EveryBody.STANDARD.atlas().regions().list();
        regions.forEach(region -> table.append(',').append(region.code()));
        Map.of("1-1", Map.of("X107", 6, "X113", 3), "1-2", Map.of("X107", 2), "2-1", Map.of("X214", 8))
                .forEach((id, pain) -> {
                    table.append('\n').append(id);
                    regions.forEach(region -> table.append(',').append(pain.getOrDefault(region.code(), 0)));
                });
        Path file =
                CohortRun.write(folder.resolve("wide.csv"), table.append('\n').toString());
        Map<String, JsonNode> alone =
                maps(CohortRun.of(new CommandLine(new TraceCommand()), file.toString(), "--json"));
        assertThat(export.keySet()).containsExactly("1-1", "1-2", "2-1");
        alone.forEach((id, map) -> Alike.check(export.get(id), map, Set.of("read")));
    }

    @Test
    void lives_findWhatOneMachineFinds() {
        JsonNode alone = CohortRun.of(new CommandLine(new LivesCommand()), "--lives", "450", "--seed", "7", "--json")
                .json();
        JsonNode cohort = CohortRun.of(CohortRun.local("lives", "--lives", "450", "--seed", "7", "--json"))
                .json();
        for (String field : new String[] {"lives", "withSet", "sets", "coverage", "unexplained", "seed"}) {
            assertThat(cohort.get(field).asDouble()).isCloseTo(alone.get(field).asDouble(), within(1e-12));
        }
    }
}
