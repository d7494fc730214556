package org.stillpoint.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.consent.ConsentWording;
import org.stillpoint.practice.setting.ChangeConsentBlocks;
import org.stillpoint.practice.setting.ChangeGroundingSteps;
import org.stillpoint.practice.setting.ChangeProfile;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.PracticeDays;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.setting.SettingPages.NamedCountry;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.TimeZones;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.Speaker;

/** What the practice writes about itself and for its clients: for the owner, but for the consent text, which everybody reads. */
@Controller
class SettingsController {

    private final SettingReading reading;
    private final ChangeProfile changeProfile;
    private final ChangeConsentBlocks changeConsentBlocks;
    private final ChangeGroundingSteps changeGroundingSteps;
    private final ConsentWording wording;
    private final Speaker speaker;
    private final Clock clock;

    SettingsController(
            SettingReading reading,
            ChangeProfile changeProfile,
            ChangeConsentBlocks changeConsentBlocks,
            ChangeGroundingSteps changeGroundingSteps,
            ConsentWording wording,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.changeProfile = changeProfile;
        this.changeConsentBlocks = changeConsentBlocks;
        this.wording = wording;
        this.changeGroundingSteps = changeGroundingSteps;
        this.speaker = speaker;
        this.clock = clock;
    }

    static void requireOwner(Actor actor, Act act) {
        if (!Membership.runsThePractice(actor)) {
            throw new NotAllowed(act.name());
        }
    }

    static Optional<Message> saved(HttpServletRequest request) {
        return request.getParameter("saved") == null ? Optional.empty() : Optional.of(SettingWords.SAVED);
    }

    /** @param changed the page where somebody else has written it since it was seen */
    static <T> String answered(
            Answer<T> answer, String page, Form form, HttpServletResponse response, Function<T, String> changed) {
        return switch (answer) {
            case Answer.Done<T> done -> "redirect:" + page + "?saved";
            case Answer.Again<T> again -> "redirect:" + page + "?saved";
            case Answer.Changed<T> other -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield changed.apply(other.kept());
            }
            case Answer.Other<T> other -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield changed.apply(other.kept());
            }
            case Answer.No<T> no -> throw new Refused(no.rule(), form.key());
        };
    }

    @GetMapping("/practice/settings")
    String profile(Actor actor, HttpServletRequest request, Model model) {
        requireOwner(actor, Act.CHANGE_PROFILE);
        return page(reading.profile(actor), saved(request), model);
    }

    @PostMapping("/practice/settings")
    String writeProfile(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOwner(actor, Act.CHANGE_PROFILE);
        Form form = Form.of(request);
        String name = form.raw("name").strip();
        if (name.length() > PracticeProfile.MOST_CHARACTERS) {
            form.problems().add("name", new FormWords.TooLong(name.length(), PracticeProfile.MOST_CHARACTERS));
        }
        String place = form.raw("place").strip();
        if (place.length() > PracticeProfile.MOST_CHARACTERS_OF_PLACE) {
            form.problems()
                    .add("place", new FormWords.TooLong(place.length(), PracticeProfile.MOST_CHARACTERS_OF_PLACE));
        }
        String zone = form.raw("zone").strip();
        if (!TimeZones.isName(zone, PracticeDays.now(clock.getZone()))) {
            form.problems().add("zone", SettingWords.NO_ZONE);
        }
        Optional<PracticeLanguage> language = Arrays.stream(PracticeLanguage.values())
                .filter(each -> form.chosen("language", each.name()))
                .findFirst();
        Optional<Country> country = Country.all().stream()
                .filter(each -> form.chosen("country", each.code()))
                .findFirst();
        if (!form.good() || language.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(form, form.version().number(), Optional.empty(), model);
        }
        var wanted = new ChangeProfile.Command(
                form.key(), name, place, ZoneId.of(zone), language.get(), country, form.version());
        return answered(
                changeProfile.by(actor, wanted),
                "/practice/settings",
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    private String page(PracticeProfile kept, Optional<Message> said, Model model) {
        Form form = Form.of(Map.of(
                "name", List.of(kept.name()),
                "place", List.of(kept.place()),
                "zone", List.of(PracticeDays.now(clock.getZone()).getId()),
                "language", List.of(kept.language().name()),
                "country", kept.country().map(Country::code).stream().toList()));
        return page(form, kept.version().number(), said, model);
    }

    private String page(Form form, int version, Optional<Message> said, Model model) {
        model.addAttribute("page", new SettingPages.ProfilePage(form, version, TimeZones.names(), countries(), said));
        return "settings";
    }

    /** By their names, in the order of the reader's language. */
    private List<NamedCountry> countries() {
        return Country.all().stream()
                .map(each -> new NamedCountry(each.code(), each.name(speaker.locale())))
                .sorted(Comparator.comparing(NamedCountry::name, Collator.getInstance(speaker.locale())))
                .toList();
    }

    @GetMapping("/practice/consent-text")
    String consentText(Actor actor, HttpServletRequest request, Model model) {
        requireOwner(actor, Act.CHANGE_CONSENT_TEXT);
        return page(reading.consentBlocks(actor), saved(request), model);
    }

    @PostMapping("/practice/consent-text")
    String writeConsentText(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOwner(actor, Act.CHANGE_CONSENT_TEXT);
        Form form = Form.of(request);
        Map<ConsentBlock, WrittenBlock> written = written(form);
        if (form.good() && !ConsentBlocks.tell(written)) {
            form.problems().add("shown", SettingWords.KEEP_ONE);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return blocks(form, form.version().number(), Optional.empty(), model);
        }
        var wanted = new ChangeConsentBlocks.Command(form.key(), new ConsentBlocks(written, form.version()));
        return answered(
                changeConsentBlocks.by(actor, wanted),
                "/practice/consent-text",
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    private Map<ConsentBlock, WrittenBlock> written(Form form) {
        Map<ConsentBlock, WrittenBlock> written = new EnumMap<>(ConsentBlock.class);
        for (ConsentBlock block : ConsentBlock.values()) {
            String typed = form.raw(block.name()).strip().replaceAll("\r\n?", "\n");
            if (typed.length() > WrittenBlock.MOST_CHARACTERS) {
                form.problems().add(block.name(), new FormWords.TooLong(typed.length(), WrittenBlock.MOST_CHARACTERS));
                typed = "";
            }
            PrivateText text =
                    typed.equals(ConsentWords.standard(block, speaker)) ? PrivateText.NONE : new PrivateText(typed);
            WrittenBlock now = new WrittenBlock(form.chosen("shown", block.name()), text);
            if (!now.equals(ConsentBlocks.NONE.of(block))) {
                written.put(block, now);
            }
        }
        return written;
    }

    private String page(ConsentBlocks kept, Optional<Message> said, Model model) {
        Map<String, List<String>> values = new HashMap<>();
        for (ConsentBlock block : ConsentBlock.values()) {
            PrivateText text = kept.of(block).text();
            values.put(block.name(), List.of(text.isEmpty() ? ConsentWords.standard(block, speaker) : text.value()));
        }
        values.put(
                "shown",
                Arrays.stream(ConsentBlock.values())
                        .filter(block -> kept.of(block).shown())
                        .map(ConsentBlock::name)
                        .toList());
        return blocks(Form.of(values), kept.version().number(), said, model);
    }

    private static String blocks(Form form, int version, Optional<Message> said, Model model) {
        model.addAttribute("page", new SettingPages.BlocksPage(form, version, said));
        return "consenttext";
    }

    /** As clients read it, on a screen or on paper. */
    @GetMapping("/consent-text")
    String readConsentText(Actor actor, Model model) {
        model.addAttribute(
                "page",
                new SettingPages.ConsentTextPage(
                        reading.profile(actor).name(),
                        wording.document(
                                reading.consentBlocks(actor),
                                reading.profile(actor).language()),
                        Membership.runsThePractice(actor)));
        return "consenttextread";
    }

    @GetMapping("/practice/grounding")
    String grounding(Actor actor, HttpServletRequest request, Model model) {
        requireOwner(actor, Act.CHANGE_GROUNDING_STEPS);
        return page(reading.groundingSteps(actor), saved(request), model);
    }

    @PostMapping("/practice/grounding")
    String writeGrounding(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOwner(actor, Act.CHANGE_GROUNDING_STEPS);
        Form form = Form.of(request);
        List<String> typed = lines(
                form,
                "steps",
                GroundingSteps.MOST,
                new SettingWords.TooManySteps(GroundingSteps.MOST),
                GroundingSteps.MOST_CHARACTERS);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return written("grounding", form, form.version().number(), Optional.empty(), model);
        }
        List<String> steps = typed.equals(SessionWords.grounding(speaker)) ? List.of() : typed;
        var wanted = new ChangeGroundingSteps.Command(form.key(), new GroundingSteps(steps, form.version()));
        return answered(
                changeGroundingSteps.by(actor, wanted),
                "/practice/grounding",
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    private String page(GroundingSteps kept, Optional<Message> said, Model model) {
        List<String> steps = kept.steps().isEmpty() ? SessionWords.grounding(speaker) : kept.steps();
        Form form = Form.of(Map.of("steps", List.of(String.join("\n", steps))));
        return written("grounding", form, kept.version().number(), said, model);
    }

    /** What was typed, a line each; too many, or one that is too long, is noted in the form. */
    static List<String> lines(Form form, String field, int most, Message tooMany, int mostCharacters) {
        List<String> typed = form.raw(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (typed.size() > most) {
            form.problems().add(field, tooMany);
        }
        if (typed.stream().anyMatch(line -> line.length() > mostCharacters)) {
            form.problems().add(field, new SettingWords.StepTooLong(mostCharacters));
        }
        return typed;
    }

    static String written(String view, Form form, int version, Optional<Message> said, Model model) {
        model.addAttribute("page", new SettingPages.WrittenPage(form, version, said));
        return view;
    }
}
