package org.stillpoint.web.strain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
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
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.Place;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.strain.StrainPattern;
import org.stillpoint.web.view.Words;
import tools.jackson.databind.json.JsonMapper;

/** Hold a muscle and see the whole body answer. */
@Controller
class HoldController {

    /** More contractions at once than anyone holds apart on a screen; bounds the work of one request. */
    static final int MOST_HELD = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final Atlas atlas;
    private final StandardBody model;
    private final RouteWords routes;

    HoldController(Atlas atlas, StandardBody model) {
        this.atlas = atlas;
        this.model = model;
        this.routes = new RouteWords(atlas);
    }

    /** A joint as the page lists it. */
    record JointName(String id, String name) {}

    /**
     * What a body does that holds contractions, with slack lines let go and, where one is large, with the geometry following.
     *
     * @param method how it was worked out
     * @param tension extra tension of each muscle, share of its maximal force, in the order of the atlas
     * @param rotation of each joint about x, y, z in turn, rad, in the order of {@code /body/joints.bin}
     * @param slack how many lines and continuities went loose
     */
    record Answer(StrainPattern.Method method, float[] tension, float[] rotation, int slack) {}

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
                (int) Math.round(100 * HeldContraction.GREATEST),
                Words.percent(StrainParameters.standard().get(StrainParameter.LARGE_CONTRACTION)),
                StandardBody.GRADES.stream().map(this::grade).toList());
    }

    private HoldPage.Grade grade(Evidence grade) {
        long count = atlas.fascia().list().stream()
                .filter(link -> link.evidence() == grade)
                .count();
        String words =
                switch (grade) {
                    case STRONG -> "Shown by several dissection studies";
                    case MODERATE -> "Some studies, or a review";
                    case LIMITED -> "A single study, or contested";
                    case NONE -> "Looked for and not shown";
                };
        return new HoldPage.Grade(grade.name(), words, count);
    }

    /** @param hold {@code muscle=extent}, the extent as a share of fibre length */
    @GetMapping(path = "/strain/hold", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Answer hold(
            @RequestParam("hold") List<String> hold,
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without) {
        StrainPattern pattern = model.network(without).hold(contractions(hold));
        float[] tension = new float[pattern.muscles().size()];
        for (int m = 0; m < tension.length; m++) {
            tension[m] = (float) pattern.muscles().get(m).tensionChange();
        }
        float[] rotation = new float[3 * pattern.joints().size()];
        for (int j = 0; j < pattern.joints().size(); j++) {
            var turned = pattern.joints().get(j).rotation();
            rotation[3 * j] = (float) turned.x();
            rotation[3 * j + 1] = (float) turned.y();
            rotation[3 * j + 2] = (float) turned.z();
        }
        return new Answer(pattern.method(), tension, rotation, pattern.slack().size());
    }

    private List<HeldContraction> contractions(List<String> hold) {
        if (hold.size() > MOST_HELD) {
            throw bad("hold names " + hold.size() + " contractions; at most " + MOST_HELD);
        }
        List<HeldContraction> held = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String one : hold) {
            int at = one.lastIndexOf('=');
            String muscle = at < 0 ? one : one.substring(0, at);
            if (at < 0 || atlas.muscles().find(muscle).isEmpty()) {
                throw bad("hold needs a muscle of the atlas and its extent, as in psoas_major_right=0.05");
            }
            if (!seen.add(muscle)) {
                throw bad("hold names a muscle twice");
            }
            try {
                held.add(new HeldContraction(muscle, Double.parseDouble(one.substring(at + 1))));
            } catch (IllegalArgumentException outside) {
                throw bad("the extent of a held contraction is a number from 0 to " + HeldContraction.GREATEST);
            }
        }
        return held;
    }

    /**
     * The routes by which a held contraction reaches a place.
     *
     * @param to {@code muscle:ID} or {@code joint:ID}
     */
    @GetMapping(path = "/strain/route", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    RouteWords.Told route(
            @RequestParam("muscle") String muscle,
            @RequestParam("to") String to,
            @RequestParam(name = "without", defaultValue = "") Set<Evidence> without) {
        StrainNetwork network = model.network(without);
        try {
            return routes.told(network.explain(muscle, place(to)));
        } catch (NoSuchElementException | IllegalArgumentException unknown) {
            throw bad("the route needs a muscle of the atlas and a place on it, as in joint:hip_right");
        }
    }

    private static Place place(String to) {
        int at = to.indexOf(':');
        String id = to.substring(at + 1);
        return switch (at < 0 ? "" : to.substring(0, at).toLowerCase(Locale.ROOT)) {
            case "muscle" -> new Place.OfMuscle(id);
            case "joint" -> new Place.OfJoint(id);
            default -> throw bad("the place is muscle:ID or joint:ID");
        };
    }

    private static ResponseStatusException bad(String reason) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
    }
}
