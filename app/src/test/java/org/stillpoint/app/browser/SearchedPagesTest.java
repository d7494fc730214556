package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever page somebody may open without having chosen anybody, they find it by its title. */
@ExtendWith(PracticeExtension.class)
class SearchedPagesTest {

    /** Where a page leads to it by itself, or is found in its place. */
    private static final Map<String, String> FOUND_OTHERWISE = Map.of(
            "/search", "is where one looks",
            "/sign-in", "stands before everything",
            "/first-start", "stands before everything",
            "/link/start", "is a client's",
            "/practice/consent-text", "by the consent text as clients read it",
            "/account/second-step", "comes by itself where the practice asks for it");

    private static void findsEveryPage(Wire somebody, String... readElsewhere) {
        TreeSet<String> mayOpen = Pictured.all().stream()
                .map(Pictured::route)
                .filter(route -> route.startsWith("/") && !route.contains("{") && !FOUND_OTHERWISE.containsKey(route))
                .filter(route -> somebody.get(route).statusCode() == 200)
                .collect(Collectors.toCollection(TreeSet::new));
        mayOpen.removeAll(List.of(readElsewhere));
        assertThat(somebody.page("/search").select("[data-name=group-pages] a").eachAttr("href"))
                .containsAll(mayOpen)
                .hasSizeGreaterThan(5);
    }

    @Test
    void everyPage_isFound_byWhoeverMayOpenIt(Wire owner) {
        owner.signIn();
        findsEveryPage(owner);
        findsEveryPage(owner.invite("THERAPIST", "searching-therapist"), "/practice/contacts"); // help now shows them
        findsEveryPage(owner.invite("ASSISTANT", "searching-assistant"), "/practice/contacts");
        findsEveryPage(
                owner.invite("SUPERVISOR", "searching-supervisor"),
                "/practice/contacts",
                "/"); // which shows their cases
    }
}
