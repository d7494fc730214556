package org.stillpoint.web.strain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.body.HoldReading;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.record.BadValue;
import org.stillpoint.words.PlaceNames;
import org.stillpoint.words.RouteTold;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;
import tools.jackson.databind.json.JsonMapper;

/** Hold a muscle and see the whole body answer. */
@Controller
class HoldController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Atlas atlas;
    private final HoldReading reading;
    private final PlaceNames places;
    private final Speaker speaker;

    HoldController(Atlas atlas, HoldReading reading, Speaker speaker) {
        this.atlas = atlas;
        this.reading = reading;
        this.places = new PlaceNames(atlas);
        this.speaker = speaker;
    }

    /** A joint as the page lists it. */
    record JointName(String id, String name) {}

    /**
     * What a body does that holds contractions, with slack lines let go.
     *
     * @param shapeFollows whether a contraction was so large that the shape of the body was let follow
     * @param tension extra tension of each muscle, share of its maximal force, in the order of the atlas
     * @param rotation of each joint about x, y, z in turn, rad, in the order of {@code /body/joints.bin}
     * @param slack how many lines and continuities went loose
     */
    record HoldAnswer(boolean shapeFollows, float[] tension, float[] rotation, int slack) {}

    @GetMapping("/body")
    String show(Model view) {
        view.addAttribute("page", page());
        return "hold";
    }

    private HoldPage page() {
        List<JointName> joints = atlas.joints().list().stream()
                .map(joint -> new JointName(joint.id(), joint.name()))
                .toList();
        return new HoldPage(
                JSON.writeValueAsString(joints),
                (int) Math.round(100 * HoldReading.GREATEST),
                new Share(reading.inProportionUpTo()),
                new Share(reading.knownUpTo()),
                StandardBody.GRADES.stream().map(this::grade).toList());
    }

    private HoldPage.GradeRow grade(Evidence grade) {
        long count = atlas.fascia().list().stream()
                .filter(link -> link.evidence() == grade)
                .count();
        return new HoldPage.GradeRow(grade, count);
    }

    /** @param hold {@code muscle=extent}, each muscle of the atlas once at most, the extent as a share of fibre length */
    @GetMapping(path = "/strain/hold", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    HoldAnswer hold(
            @RequestParam("hold") List<String> hold,
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without) {
        HoldReading.HoldEffect answer;
        try {
            answer = reading.hold(hold.stream().map(HoldController::held).toList(), without);
        } catch (BadValue wrong) {
            throw bad();
        }
        return new HoldAnswer(
                answer.shapeFollows(), floats(answer.tension()), floats(answer.rotation()), answer.slack());
    }

    private static HoldReading.HeldMuscle held(String one) {
        int at = one.lastIndexOf('=');
        try {
            return new HoldReading.HeldMuscle(
                    new MuscleId(one.substring(0, Math.max(0, at))), Double.parseDouble(one.substring(at + 1)));
        } catch (NumberFormatException none) {
            throw bad();
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /**
     * The routes by which a held contraction reaches a place.
     *
     * @param to {@code muscle:ID} or {@code joint:ID}
     */
    @GetMapping(path = "/strain/route", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    RouteTold route(
            @RequestParam("muscle") String muscle,
            @RequestParam("to") String to,
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without) {
        try {
            return RouteTold.of(reading.explain(new MuscleId(muscle), place(to), without), places, speaker);
        } catch (BadValue unknown) {
            throw bad();
        }
    }

    private static HoldReading.EffectPlace place(String to) {
        int at = to.indexOf(':');
        String id = to.substring(at + 1);
        return switch (at < 0 ? "" : to.substring(0, at).toLowerCase(Locale.ROOT)) {
            case "muscle" -> new HoldReading.EffectPlace.MuscleTension(new MuscleId(id));
            case "joint" -> new HoldReading.EffectPlace.JointRotation(new JointId(id));
            default -> throw bad();
        };
    }

    /** The page's script asks for nothing that is not there; nobody reads why it was refused. */
    private static ResponseStatusException bad() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
}
