package org.stillpoint.web.life;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.stillpoint.practice.life.LifeCourse;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.LifeReading;
import org.stillpoint.practice.life.LifeStory;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.life.ToldLife;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Decimal;
import org.stillpoint.words.LifeSentences;
import org.stillpoint.words.LifeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TeachingWords;
import tools.jackson.databind.json.JsonMapper;

/** The life player: teaching examples, and a client's life from what was told. */
@Controller
class LifeController {

    private static final JsonMapper JSON = new JsonMapper();

    /** Bytes of one number as the page reads it. */
    private static final int FLOAT = 4;

    private final LifePlayer player;
    private final LifeRows rows;
    private final Places places;
    private final LifeReading reading;
    private final Clock clock;

    LifeController(LifePlayer player, Places places, LifeReading reading, Clock clock) {
        this.player = player;
        this.places = places;
        this.rows = new LifeRows(places);
        this.reading = reading;
        this.clock = clock;
    }

    /** What the script needs of a story; {@code birth} is 0 where ages are said. */
    record Script(double from, double to, double birth, List<LifePage.LifeRow> rows) {}

    @GetMapping("/life")
    String first(Model view) {
        return example(player.examples().getFirst(), view);
    }

    @GetMapping("/life/{example}")
    String example(@PathVariable String example, Model view) {
        LifeStory story = find(example);
        view.addAttribute(
                "page",
                page(
                        null,
                        title(example),
                        story,
                        "/life/" + example + "/course.bin?",
                        List.of(),
                        List.of(LifeWords.EXAMPLE_NOTE),
                        player.examples().stream()
                                .map(key -> new LifePage.ExampleLink(title(key), "/life/" + key, key.equals(example)))
                                .toList()));
        return "life";
    }

    private String title(String example) {
        return places.speaker().say(TeachingWords.of(example));
    }

    @GetMapping(path = "/life/{example}/course.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> course(
            @PathVariable String example, @RequestParam(name = "without", defaultValue = "") Set<String> without) {
        return answer(player.course(find(example), LifePlayer.PersonFactors.STANDARD, without));
    }

    @GetMapping("/clients/{id}/life")
    String client(Actor actor, @PathVariable String id, Model view) {
        LifeReading.Life life = reading.by(actor, Id.of(id));
        Client client = life.client();
        ClientHead head = ClientHead.of(client, LocalDate.now(clock));
        OwnParameters.KnownPerson known = life.known();
        String course = String.format(
                Locale.ROOT,
                "%s/life/course.bin?adapts=%.3f&hurts=%.3f&",
                head.path(),
                known.middle().adapts(),
                known.middle().hurts());
        view.addAttribute(
                "page",
                page(
                        head,
                        places.speaker().say(LifeWords.TITLE),
                        life.story(),
                        course,
                        LifeSentences.of(known),
                        notes(life),
                        List.of()));
        return "life";
    }

    /** Takes the person's middle values from the page, so that every course of one page is of the same person. */
    @GetMapping(path = "/clients/{id}/life/course.bin", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> clientCourse(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = "adapts", defaultValue = "1") double adapts,
            @RequestParam(name = "hurts", defaultValue = "1") double hurts,
            @RequestParam(name = "without", defaultValue = "") Set<String> without) {
        LifePlayer.PersonFactors person = new LifePlayer.PersonFactors(adapts, hurts);
        if (!person.known()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return answer(reading.course(actor, Id.of(id), person, without));
    }

    private List<Message> notes(LifeReading.Life life) {
        List<Message> notes = new ArrayList<>(List.of(LifeWords.MADE_OF, LifeWords.REACHES));
        int notKnown = life.story().notKnown();
        if (notKnown > 0) {
            LifePlayer.PainRange range = player.range(life.story(), life.known().middle());
            notes.add(new LifeWords.StrengthNotKnown(
                    notKnown, new Decimal(range.low(), 1), new Decimal(range.high(), 1)));
        }
        if (life.client().yearOfBirth().isEmpty()) {
            notes.add(new LifeWords.BirthUnknown(ToldLife.AGE_WHERE_UNKNOWN));
        }
        return notes;
    }

    private LifePage page(
            @Nullable ClientHead head,
            String title,
            LifeStory story,
            String course,
            List<Message> own,
            List<Message> notes,
            List<LifePage.ExampleLink> examples) {
        List<LifePage.LifeRow> told = rows.of(story);
        String script = JSON.writeValueAsString(
                new Script(story.from(), story.to(), story.birth().orElse(0), told));
        return new LifePage(head, title, examples, told, course, script, own, notes);
    }

    private LifeStory find(String key) {
        return player.findExample(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The moments one after another, as little-endian 32-bit floats. */
    private static ResponseEntity<byte[]> answer(LifeCourse course) {
        List<double[]> moments = course.moments();
        ByteBuffer buffer = ByteBuffer.allocate(FLOAT * moments.size() * moments.getFirst().length)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (double[] moment : moments) {
            for (double value : moment) {
                buffer.putFloat((float) value);
            }
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(buffer.array());
    }
}
