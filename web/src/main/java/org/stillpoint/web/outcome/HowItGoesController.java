package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.SentPaper;

/** How it goes for one client: the sentence, the diary, and what cannot be known; on screen and on paper. */
@Controller
class HowItGoesController {

    private final HowItGoesPages pages;
    private final Clock clock;

    HowItGoesController(HowItGoesPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/how-it-goes")
    String howItGoes(
            Actor actor,
            @PathVariable String id,
            @RequestParam(defaultValue = "pain") String measure,
            @RequestParam @Nullable String thanks,
            Model model) {
        model.addAttribute("page", pages.page(actor, Id.of(id), measure, thanks != null));
        return "howitgoes";
    }

    /** The same on one page of paper; made in memory, kept nowhere, and named without the client's name. */
    @GetMapping("/clients/{id}/how-it-goes.pdf")
    ResponseEntity<byte[]> printed(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "pain") String measure) {
        byte[] pdf = pages.printed(actor, Id.of(id), measure);
        return SentPaper.of("how-it-goes-" + LocalDate.now(clock) + ".pdf", pdf);
    }
}
