package org.stillpoint.app.life;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.practice.body.StandardBody;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint life FILE.json}: tissue memory over a life. */
@Command(
        name = "life",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Plays a life as the method's hypothesis has it: events leave injury and held contraction, strain spreads, the body adapts, and what it cannot adapt to is felt as pain. A hypothesis, not a finding.",
            "",
            "The file is a JSON object: age (at the end, years); events, each with age, kind (injury, physical_trauma, car_accident, surgery, challenging_life_experience), mechanism (direction of impact, site of surgery, kind of experience; may be left out), places (pain region codes), severity and intensity (0 to 10); arousal, each with age and level (0 to 1); releases, each with age, muscle and extent (0 to 1); parameters by name (may be left out). A key that is none of these, or that is there twice, is refused. What comes after the age at the end is left out.",
            "",
            "Teaching examples, all made up: whiplash, fall-on-the-sacrum, abdominal-surgery, grief.",
            "",
            "--json gives read, and states, one a step: age, arousal, capacity, held (sum of held contraction), load (largest), over (muscles felt), pain by region where it is 0.1 or more, total."
        })
public final class LifeCommand implements Callable<Integer> {
    private static final double SHOWN_PAIN = 0.1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "FILE.json", description = "The life.")
    private @Nullable Path file;

    @Option(names = "--example", paramLabel = "NAME", description = "A teaching example instead of a file.")
    private @Nullable String example;

    @Option(names = "--step", paramLabel = "YEARS", description = "Years between two rows (${DEFAULT-VALUE}).")
    private double step = 1;

    @Option(
            names = "--without-releases",
            description = "The same life with no release: what the model expects without.")
    private boolean withoutReleases;

    @Option(
            names = "--plot",
            paramLabel = "OUT.svg",
            description = "Draw pain, held contraction and capacity over the years.")
    private @Nullable Path plot;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!(step >= 0.01 && step <= 110)) {
            throw new BadInput(Problem.ofValue("--step", String.valueOf(step), "is not between 0.01 and 110 years"));
        }
        Atlas atlas = Atlas.standard();
        StandardBody body = StandardBody.of(atlas);
        LifeFile life = life(body.bracing());
        List<BodyState> states = body.memory()
                .course(
                        life.parameters(),
                        life.events().stream()
                                .filter(event -> !withoutReleases || !(event instanceof LifeEvent.MuscleRelease))
                                .toList(),
                        ages(life.age()));
        if (plot != null) {
            ChartFiles.write(plot, LifeDrawing.of(states));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonAnswer()
                    .put("hypothesis", true)
                    .put(
                            "states",
                            states.stream().map(state -> state(atlas, state)).toList())
                    .put("read", read(life)));
        } else {
            Map<String, Object> read = read(life);
            out.printf(
                    "Read %s: events %s, arousal %s, releases %s; left out, after the end: %s.%n",
                    read.values().toArray());
            print(atlas, states, out);
            out.println();
            out.println("Pain far from what is held is rare in the model at any capacity, in at most 7 % of lives."
                    + (example == null
                            ? ""
                            : " Where this example shows it, its arousal takes the capacity to adapt down."));
        }
        return ExitCode.OK;
    }

    /** What was read, in the order in which it is said. */
    private Map<String, Object> read(LifeFile life) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("file", file == null ? String.valueOf(example) : String.valueOf(file.getFileName()));
        read.put("events", count(life, LifeEvent.Strike.class));
        read.put("arousal", count(life, LifeEvent.Arousal.class));
        read.put("releases", count(life, LifeEvent.MuscleRelease.class));
        read.put(
                "afterTheEnd",
                life.events().stream().filter(event -> event.age() > life.age()).count());
        return read;
    }

    private static long count(LifeFile life, Class<? extends LifeEvent> kind) {
        return life.events().stream().filter(kind::isInstance).count();
    }

    private LifeFile life(Bracing bracing) {
        if ((file == null) == (example == null)) {
            throw new BadInput(Problem.ofValue("FILE.json", "", "or --example is needed, one of the two"));
        }
        return file != null ? LifeFile.read(file, bracing) : LifeFile.example(String.valueOf(example), bracing);
    }

    private List<Double> ages(double end) {
        List<Double> ages = new ArrayList<>();
        for (int k = 0; k * step < end; k++) {
            ages.add(k * step);
        }
        ages.add(end);
        return ages;
    }

    private static JsonAnswer state(Atlas atlas, BodyState state) {
        JsonAnswer pain = new JsonAnswer();
        for (int r = 0; r < state.pain().length; r++) {
            if (state.pain()[r] >= SHOWN_PAIN) {
                pain.put(atlas.regions().list().get(r).id(), state.pain()[r]);
            }
        }
        return new JsonAnswer()
                .put("age", state.age())
                .put("arousal", state.arousal())
                .put("capacity", state.capacity())
                .put("held", Arrays.stream(state.held()).sum())
                .put("load", Arrays.stream(state.load()).max().orElse(0))
                .put("over", over(state))
                .put("pain", pain)
                .put("total", Arrays.stream(state.pain()).sum());
    }

    private static long over(BodyState state) {
        return Arrays.stream(state.load())
                .filter(load -> load > state.capacity())
                .count();
    }

    private static void print(Atlas atlas, List<BodyState> states, PrintWriter out) {
        out.println("A hypothesis: what the method expects of this life, computed. It diagnoses nothing.");
        out.println("   age  capacity  held  beyond capacity  pain (worst region)");
        for (BodyState state : states) {
            int worst = 0;
            for (int r = 1; r < state.pain().length; r++) {
                worst = state.pain()[r] > state.pain()[worst] ? r : worst;
            }
            out.printf(
                    Locale.ROOT,
                    "%6.1f  %8.4f  %4.2f  %8d muscles  %4.1f %s%n",
                    state.age(),
                    state.capacity(),
                    Arrays.stream(state.held()).sum(),
                    over(state),
                    state.pain()[worst],
                    state.pain()[worst] < SHOWN_PAIN
                            ? ""
                            : atlas.regions().list().get(worst).name() + ", "
                                    + atlas.regions()
                                            .list()
                                            .get(worst)
                                            .side()
                                            .name()
                                            .toLowerCase(Locale.ROOT));
        }
    }
}
