package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.app.cli.ExitCode;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a command as a terminal would see it. */
record CohortRun(int code, String out, String err) {

    static CohortRun of(String... words) {
        return of(CohortProgram.commandLine(), words);
    }

    static CohortRun of(CommandLine program, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = program.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
        return new CohortRun(code, out.toString(), err.toString());
    }

    /** As it is run in these tests where nothing else is said. */
    static String[] local(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--master";
        all[words.length + 1] = "local[2]";
        return all;
    }

    JsonNode json() {
        assertThat(code).as(err).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(out);
    }

    /** People by what they are called, with the practice where one is told. */
    static Map<String, JsonNode> people(JsonNode answer) {
        Map<String, JsonNode> people = new TreeMap<>();
        answer.get("people")
                .forEach(person -> people.put(
                        (person.has("practice") ? person.get("practice").asString() + " " : "")
                                + person.get("person").asString(),
                        person));
        return people;
    }

    static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
