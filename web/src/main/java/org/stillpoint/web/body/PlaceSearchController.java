package org.stillpoint.web.body;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.PlaceSearch.PlaceFound;

/** One search for all pages that ask for a place of the body. */
@RestController
class PlaceSearchController {

    private final Places places;

    PlaceSearchController(Places places) {
        this.places = places;
    }

    @GetMapping(path = "/body/search", produces = MediaType.APPLICATION_JSON_VALUE)
    List<PlaceFound> find(
            @RequestParam(name = "typed", defaultValue = "") String typed,
            @RequestParam(name = "muscles", defaultValue = "false") boolean musclesOnly) {
        return places.search(typed, musclesOnly);
    }
}
