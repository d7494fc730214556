package org.stillpoint.app.strain;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.Side;
import org.stillpoint.strain.Carrier;
import org.stillpoint.strain.Explanation;
import org.stillpoint.strain.FeltPlace;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.Lift;
import org.stillpoint.strain.Stance;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainPattern;

/** A strain pattern in words: the sentence first, then the muscles, the joints and the routes. */
final class StrainReport {

    private static final int MUSCLES = 15;
    private static final int JOINTS = 8;
    private static final int ROUTES = 5;
    private static final double DEGREES = 180 / Math.PI;

    private final Atlas atlas = Atlas.standard();
    private final StrainNetwork network;
    private final List<HeldContraction> held;
    private final StrainPattern pattern;
    private final PrintWriter out;

    StrainReport(StrainNetwork network, List<HeldContraction> held, StrainPattern pattern, PrintWriter out) {
        this.network = network;
        this.held = held;
        this.pattern = pattern;
        this.out = out;
    }

    /** The contractions that lie beyond the range in which the held muscle's stiffness is known. */
    static List<HeldContraction> extrapolated(StrainNetwork network, List<HeldContraction> held) {
        return held.stream()
                .filter(h -> h.extent() > network.parameters().get(StrainParameter.SHORT_RANGE))
                .toList();
    }

    void print(List<Lift> lifts, Stance.Landmarks marks) {
        for (Lift lift : lifts) {
            line(
                    "The %s sole stands %.0f mm higher.",
                    lift.side().name().toLowerCase(Locale.ROOT), 1000 * lift.metres());
        }
        line("Towards the side of the lower sole:");
        line("  seventh cervical vertebra against the sacrum  %5.1f mm", 1000 * marks.c7ToSacrumLateral());
        line("  centre of mass                                %5.1f mm", 1000 * marks.centreOfMassLateral());
        line("  pelvis                                        %5.1f degrees", DEGREES * marks.pelvisTilt());
        line("  first thoracic vertebra                       %5.1f degrees", DEGREES * marks.t1Tilt());
        line("Measured: 1.8 mm (0.32) for the first, 35 people, lifts of 5 to 15 mm (Scoliosis 2014;9(S1):O3).");
        print();
    }

    void print() {
        Set<String> own = held.stream().map(each -> each.muscle().value()).collect(Collectors.toSet());
        List<StrainPattern.MuscleStrain> others = pattern.muscles().stream()
                .filter(m -> !own.contains(m.id().value()))
                .sorted(Comparator.comparingDouble(m -> -Math.abs(m.tensionChange())))
                .toList();
        for (HeldContraction one : held) {
            line(
                    "%s is held shorter by %.1f %% of its fibre length.",
                    name(one.muscle().value()), 100 * one.extent());
        }
        if (!extrapolated(network, held).isEmpty()) {
            line(
                    "Beyond about %.0f %% of fibre length the tension of the held muscle itself, and what follows from its size, is an"
                            + " extrapolation: muscle is as stiff as the model takes it only over so short a way.",
                    100 * network.parameters().get(StrainParameter.SHORT_RANGE));
        }
        line("%s", method());
        line("");
        line("Muscles most affected (extra tension in %% of maximal force; lengthening in %% of fibre length):");
        pattern.muscles().stream().filter(m -> own.contains(m.id().value())).forEach(m -> muscle(m, " (held)"));
        others.stream().limit(MUSCLES).forEach(m -> muscle(m, ""));
        line("");
        line("Joints most affected:");
        pattern.joints().stream()
                .sorted(Comparator.comparingDouble(j -> -j.momentNm()))
                .limit(JOINTS)
                .forEach(this::joint);
        if (!held.isEmpty() && !others.isEmpty() && others.getFirst().tensionChange() != 0) {
            line("");
            line(
                    "By which route (the share of the mutual work that each part carries; shares of all parts add up to 100 %%,"
                            + " those below 0 work against the effect):");
            others.stream().limit(ROUTES).forEach(this::route);
        }
        if (!pattern.slack().isEmpty()) {
            line("");
            line("Loose: %s.", list(pattern.slack()));
        }
        line("");
        line("This is mechanics of a model body, not a finding about a person.");
    }

    private String method() {
        return switch (pattern.method()) {
            case LINEAR -> "Small displacements; nothing goes slack.";
            case UPRIGHT ->
                "Small displacements; muscles hold centre of mass, trunk and head with the least volume of active muscle; "
                        + pattern.slack().size() + " lines go slack.";
            case ACTIVE_SET -> "Small displacements; " + pattern.slack().size() + " lines go slack.";
            case RELINEARISED ->
                "The geometry follows the displacements; " + pattern.slack().size() + " lines go slack.";
        };
    }

    private void muscle(StrainPattern.MuscleStrain m, String note) {
        line(
                "  %-46s %8.3f %% %s  %8.3f %% %s",
                name(m.id().value()) + note,
                100 * m.tensionChange(),
                m.tensionChange() < 0 ? "slacker" : "tighter",
                100 * m.lengthening(),
                m.lengthening() < 0 ? "shorter" : "longer");
    }

    private void joint(StrainPattern.JointStrain j) {
        line(
                "  %-46s side bending %7.3f, turning %7.3f, bending %7.3f degrees; moment %.2f N m, force %.1f N",
                atlas.joints().get(j.id().value()).name(),
                DEGREES * j.rotation().x(),
                DEGREES * j.rotation().y(),
                DEGREES * j.rotation().z(),
                j.momentNm(),
                j.forceN());
    }

    private void route(StrainPattern.MuscleStrain target) {
        HeldContraction source = held.stream()
                .max(Comparator.comparingDouble(h -> Math.abs(h.extent()
                        * network.explain(h.muscle(), new FeltPlace.OfMuscle(target.id()))
                                .effect())))
                .orElseThrow();
        Explanation explanation = network.explain(source.muscle(), new FeltPlace.OfMuscle(target.id()));
        if (explanation.routes().isEmpty()) {
            return;
        }
        Explanation.LoadRoute route = explanation.routes().getFirst();
        StringBuilder words = new StringBuilder(segment(route.start()));
        for (Explanation.Step step : route.steps()) {
            words.append(" - ").append(carrier(step)).append(" - ").append(segment(step.to()));
        }
        line("  %s to %s: %s", name(source.muscle().value()), name(target.id().value()), words);
    }

    private String carrier(Explanation.Step step) {
        String what =
                switch (step.by()) {
                    case Carrier.MuscleFibres m -> name(m.muscle().value());
                    case Carrier.FascialContinuity f -> "fascia (" + f.name() + ", " + f.id() + ")";
                    case Carrier.ScarStrand s -> "scar " + s.id();
                    case Carrier.JointTissue j -> j.name();
                    case Carrier.Ground g -> "sole";
                    case Carrier.PostureControl p -> "posture control";
                };
        return String.format(Locale.ROOT, "%s [%.0f %%]", what, 100 * step.share());
    }

    private String segment(String id) {
        return atlas.bodies().find(id).map(s -> s.name()).orElse("the ground");
    }

    private String name(String muscle) {
        Muscle m = atlas.muscles().get(muscle);
        return m.name() + (m.side() == Side.MIDLINE ? "" : " " + m.side().name().toLowerCase(Locale.ROOT));
    }

    private static String list(List<String> ids) {
        String shown = ids.stream().limit(20).collect(Collectors.joining(", "));
        return ids.size() > 20 ? shown + " and " + (ids.size() - 20) + " more" : shown;
    }

    private void line(String pattern, Object... values) {
        out.println(String.format(Locale.ROOT, pattern, values));
    }
}
