package org.stillpoint.web.handbook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.words.Speaker;

/** Shows the handbook: all of it to whoever is signed in, the client's page to everybody. It holds nothing of anybody. */
@Controller
class HandbookController {

    private final Handbook handbook;
    private final HandbookPictures pictures;
    private final Speaker speaker;

    HandbookController(Handbook handbook, HandbookPictures pictures, Speaker speaker) {
        this.handbook = handbook;
        this.pictures = pictures;
        this.speaker = speaker;
    }

    @GetMapping("/help")
    String parts(Model model) {
        model.addAttribute("page", new HandbookPage(links(Optional.empty()), Optional.empty()));
        return "handbook";
    }

    @GetMapping("/help/{part}")
    String part(@PathVariable String part, Model model) {
        HandbookPart chosen = HandbookPart.of(part).orElseThrow(HandbookController::none);
        Locale language = chosen.languageFor(speaker.locale());
        model.addAttribute(
                "page", new HandbookPage(links(Optional.of(chosen)), Optional.of(read(chosen, language, List.of()))));
        return "handbook";
    }

    /** The client's page in one language, for whoever has no account. */
    @GetMapping("/guide/{language}")
    String guide(@PathVariable String language, HttpServletRequest request, Model model) {
        PracticeLanguage spoken = Arrays.stream(PracticeLanguage.values())
                .filter(one -> one.locale().getLanguage().equals(language))
                .findFirst()
                .orElseThrow(HandbookController::none);
        PageLanguage.speak(spoken, request);
        List<HandbookPage.OtherLanguage> others = Arrays.stream(PracticeLanguage.values())
                .map(one -> new HandbookPage.OtherLanguage(
                        one.ownName(),
                        one.locale().getLanguage(),
                        "/guide/" + one.locale().getLanguage(),
                        one == spoken))
                .toList();
        model.addAttribute(
                "page",
                new HandbookPage(
                        List.of(),
                        Optional.of(
                                read(HandbookPart.CLIENT, HandbookPart.CLIENT.languageFor(spoken.locale()), others))));
        return "guide";
    }

    @GetMapping("/help/pictures/{picture}")
    ResponseEntity<byte[]> picture(@PathVariable String picture) throws IOException {
        return pictures.read(picture)
                .map(bytes ->
                        ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(bytes))
                .orElseThrow(HandbookController::none);
    }

    private HandbookPage.PartRead read(HandbookPart part, Locale language, List<HandbookPage.OtherLanguage> others) {
        HandbookText text = handbook.text(part, language);
        return new HandbookPage.PartRead(
                text.title(),
                language.getLanguage(),
                !language.getLanguage().equals(speaker.locale().getLanguage()),
                text.html(),
                text.sections(),
                others);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static List<HandbookPage.PartLink> links(Optional<HandbookPart> chosen) {
        return Arrays.stream(HandbookPart.values())
                .map(part -> new HandbookPage.PartLink(
                        part.title(),
                        part.hint(),
                        part.address(),
                        chosen.filter(part::equals).isPresent()))
                .toList();
    }
}
