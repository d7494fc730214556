package org.stillpoint.app.strain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Side;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.Lift;
import org.stillpoint.strain.NotPositiveDefiniteException;
import org.stillpoint.strain.Physique;
import org.stillpoint.strain.Stance;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.strain.StrainPattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** What held contractions do to the whole body. */
@Command(
        name = "strain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what held contractions, or a lift under a sole, do to the whole body.",
            "",
            "The body stands upright on both feet. Each --hold names a muscle and by how much of its fibre length it is held"
                    + " shorter, each --lift a sole and how high it stands; the answer is the extra tension and the lengthening of every muscle, and the turn and load of"
                    + " every joint. This is a model of mechanics: it makes a hypothesis precise, and proves nothing."
        },
        footer = {
            "",
            "Examples:",
            "  stillpoint strain --hold psoas_major_right=0.05",
            "  stillpoint strain --lift right=0.010 --json",
            "  stillpoint strain --hold psoas_major_right=0.05 --hold masseter_left=0.02 --without-fascia limited --json"
        })
public final class StrainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--hold",
            paramLabel = "MUSCLE=EXTENT",
            description =
                    "A muscle by its id in the atlas, and its held contraction from 0 to 0.3. May be given several times.")
    private List<String> holds = List.of();

    @Option(
            names = "--lift",
            paramLabel = "SIDE=METRES",
            description =
                    "Instead of --hold: something firm under the right or the left sole, 0 to 0.02 m high, while the"
                            + " muscles hold the body upright. May be given for both.")
    private List<String> lifts = List.of();

    @Option(
            names = "--without-fascia",
            split = ",",
            paramLabel = "GRADE",
            description = "Leaves out continuities of this grade of evidence: strong, moderate, limited or none."
                    + " (Those of grade none are left out anyway.)")
    private List<Evidence> withoutFascia = List.of();

    @Option(
            names = "--stature",
            paramLabel = "METRES",
            description = "The person's stature, 0.8 to 2.4. Default: 1.70.")
    private double stature = Atlas.STATURE_M;

    @Option(names = "--mass", paramLabel = "KG", description = "The person's mass, 15 to 300. Default: 75.8.")
    private double mass = Physique.STANDARD_MASS_KG;

    @Option(
            names = "--sex",
            paramLabel = "SEX",
            description = "female, male or unstated: sets the share of muscle in mass.")
    private Physique.Sex sex = Physique.Sex.UNSTATED;

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description = "Changes a parameter of the model, such as tone=0.03. May be given several times.")
    private List<String> settings = List.of();

    @Option(names = "--json", description = "Prints one JSON object instead of sentences.")
    private boolean json;

    @Override
    public Integer call() {
        if (holds.isEmpty() == lifts.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give either --hold or --lift");
        }
        Atlas atlas = Atlas.standard();
        PrintWriter out = spec.commandLine().getOut();
        if (holds.isEmpty()) {
            lift(atlas, out);
        } else {
            hold(atlas, out);
        }
        return ExitCode.OK;
    }

    private void hold(Atlas atlas, PrintWriter out) {
        List<HeldContraction> held = held(atlas);
        StrainNetwork network = network(atlas);
        StrainPattern pattern = network.hold(held);
        if (json) {
            Map<String, Object> object = object(pattern);
            object.put(
                    "extrapolated",
                    StrainReport.extrapolated(network, held).stream()
                            .map(each -> each.muscle().value())
                            .toList());
            out.println(JsonMapper.shared().writeValueAsString(object));
        } else {
            new StrainReport(network, held, pattern, out).print();
        }
    }

    private void lift(Atlas atlas, PrintWriter out) {
        List<Lift> lifted = lifted();
        StrainNetwork network = network(atlas);
        Stance stance = stand(network, lifted);
        if (json) {
            Map<String, Object> object = object(stance.pattern());
            object.put("landmarks", stance.landmarks());
            out.println(JsonMapper.shared().writeValueAsString(object));
        } else {
            new StrainReport(network, List.of(), stance.pattern(), out).print(lifted, stance.landmarks());
        }
    }

    private static Stance stand(StrainNetwork network, List<Lift> lifted) {
        try {
            return network.stand(lifted);
        } catch (NotPositiveDefiniteException | IllegalStateException e) {
            throw new BadInput(
                    Problem.ofFile("the body", "cannot be held upright by its muscles with these parameters"));
        }
    }

    private List<Lift> lifted() {
        List<Problem> problems = new ArrayList<>();
        Map<Side, Lift> lifted = new EnumMap<>(Side.class);
        for (String text : lifts) {
            String[] pair = pair("--lift", text);
            Optional<Side> side = Stream.of(Side.RIGHT, Side.LEFT)
                    .filter(s -> s.name().equalsIgnoreCase(pair[0]))
                    .findFirst();
            double metres = number(pair[1]);
            if (side.isEmpty()) {
                problems.add(Problem.ofValue("--lift", pair[0], "is neither right nor left"));
            } else if (lifted.containsKey(side.get())) {
                problems.add(Problem.ofValue("--lift", pair[0], "is named twice"));
            } else if (metres >= 0 && metres <= Lift.GREATEST) {
                lifted.put(side.get(), new Lift(side.get(), metres));
            } else {
                problems.add(Problem.ofValue(
                        "--lift " + pair[0], pair[1], "is not a number from 0 to " + Lift.GREATEST + " (metres)"));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return List.copyOf(lifted.values());
    }

    private StrainNetwork network(Atlas atlas) {
        StrainParameters parameters = StrainParameters.standard();
        for (Evidence grade : withoutFascia) {
            parameters = parameters.withoutFascia(grade);
        }
        for (String setting : settings) {
            parameters = set(parameters, pair("--set", setting));
        }
        try {
            Physique physique =
                    Physique.standard().withStature(stature).withMass(mass).withSex(sex);
            return StrainNetwork.of(atlas, physique, parameters);
        } catch (IllegalArgumentException e) {
            throw new BadInput(Problem.ofFile("the body", String.valueOf(e.getMessage())));
        } catch (NotPositiveDefiniteException e) {
            throw new BadInput(
                    Problem.ofFile("the body", "cannot stand with these parameters: nothing holds it upright"));
        }
    }

    private List<HeldContraction> held(Atlas atlas) {
        List<Problem> problems = new ArrayList<>();
        List<HeldContraction> held = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String text : holds) {
            String[] pair = pair("--hold", text);
            if (atlas.muscles().find(pair[0]).isEmpty()) {
                problems.add(Problem.ofValue(
                        "--hold", pair[0], "is not a muscle of the atlas" + suggestion(atlas, pair[0])));
            } else if (!seen.add(pair[0])) {
                problems.add(Problem.ofValue("--hold", pair[0], "is named twice"));
            } else {
                double extent = number(pair[1]);
                if (extent >= 0 && extent <= HeldContraction.GREATEST) {
                    held.add(new HeldContraction(new MuscleId(pair[0]), extent));
                } else {
                    problems.add(Problem.ofValue(
                            "--hold " + pair[0], pair[1], "is not a number from 0 to " + HeldContraction.GREATEST));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return held;
    }

    private static String suggestion(Atlas atlas, String name) {
        String stem = name.toLowerCase(Locale.ROOT).replace(' ', '_').replaceAll("_?(right|left)$", "");
        List<String> near = atlas.muscles().list().stream()
                .map(m -> m.id())
                .filter(id -> stem.length() >= 3 && id.contains(stem))
                .limit(4)
                .toList();
        return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
    }

    private String[] pair(String option, String text) {
        int at = text.indexOf('=');
        if (at <= 0 || at == text.length() - 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': expected NAME=VALUE but was '" + text + "'");
        }
        return new String[] {
            text.substring(0, at).strip(), text.substring(at + 1).strip()
        };
    }

    private static StrainParameters set(StrainParameters parameters, String[] pair) {
        StrainParameter parameter;
        try {
            parameter = StrainParameter.valueOf(pair[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new BadInput(Problem.ofValue("--set", pair[0], "is not a parameter of the model"));
        }
        double value = number(pair[1]);
        if (!parameter.sourced().allows(value)) {
            throw new BadInput(Problem.ofValue(
                    "--set " + pair[0],
                    pair[1],
                    "is not a number from " + parameter.sourced().low() + " to "
                            + parameter.sourced().high()));
        }
        return parameters.with(parameter, value);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Map<String, Object> object(StrainPattern pattern) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("method", pattern.method().name().toLowerCase(Locale.ROOT));
        object.put(
                "muscles",
                pattern.muscles().stream()
                        .map(m -> {
                            Map<String, Object> muscle = new LinkedHashMap<>();
                            muscle.put("id", m.id().value());
                            muscle.put("tensionChange", m.tensionChange());
                            muscle.put("lengthening", m.lengthening());
                            return muscle;
                        })
                        .toList());
        object.put(
                "joints",
                pattern.joints().stream()
                        .map(j -> {
                            Map<String, Object> joint = new LinkedHashMap<>();
                            joint.put("id", j.id().value());
                            joint.put("rotation", numbers(j.rotation()));
                            joint.put("translation", numbers(j.translation()));
                            joint.put("momentNm", j.momentNm());
                            joint.put("forceN", j.forceN());
                            return joint;
                        })
                        .toList());
        object.put("slack", pattern.slack());
        return object;
    }

    private static List<Double> numbers(Point p) {
        return List.of(p.x(), p.y(), p.z());
    }
}
