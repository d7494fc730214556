package org.stillpoint.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.exchange.fhir.served.BadSearch;
import org.stillpoint.exchange.fhir.served.BadSearch.SearchFault;
import org.stillpoint.exchange.fhir.served.ServedParameter;
import org.stillpoint.exchange.fhir.served.ServedResources;
import org.stillpoint.exchange.fhir.served.ServedSearch;
import org.stillpoint.exchange.fhir.served.ServedType;

/**
 * What is searched: the parameters that are known for a kind of resource, and those that are not, which are passed over unless strict handling is
 * preferred (FHIR R4, 3.1.1.4).
 */
final class FhirQuery {
    /** By which a page starts: after the resource of this id. So a link to the next page is good as long as the token is. */
    static final String AFTER = "_after";

    static final String PROVENANCE = "Provenance:target";

    private static final String ID = "_id";
    private static final String LAST_UPDATED = "_lastUpdated";
    private static final String COUNT = "_count";
    private static final String INCLUDE = "_include";
    private static final String REVERSE_INCLUDE = "_revinclude";

    /** Said of the answer, not of what is searched; HAPI does what the first four say. */
    private static final Set<String> OF_THE_ANSWER =
            Set.of("_format", "_pretty", "_summary", "_elements", "_total", COUNT, AFTER, INCLUDE, REVERSE_INCLUDE);

    /** Own choice, 2026. */
    private static final int USUAL_COUNT = 50;

    /** Own choice, 2026: more are given a page at a time. */
    private static final int MOST = 200;

    /** What everything of a client is asked for by. */
    private static final Set<String> OF_EVERYTHING = Set.of("_type", "_since");

    private final ServedType type;
    private final Map<String, List<String>> used = new LinkedHashMap<>();
    private final List<String> passedOver = new ArrayList<>();

    /**
     * @param asked the parameters as they were sent
     * @param strict whether what is not known is refused
     * @throws BadSearch if it is, or a modifier is
     */
    static FhirQuery of(ServedType type, Map<String, String[]> asked, boolean strict) {
        Set<String> known = new LinkedHashSet<>(List.of(ID, LAST_UPDATED));
        known.addAll(type.clientParameters());
        type.parameters().stream().map(ServedParameter::name).forEach(known::add);
        return new FhirQuery(type, known, asked, strict);
    }

    /** What is asked of everything of a client. */
    static FhirQuery ofEverything(Map<String, String[]> asked, boolean strict) {
        return new FhirQuery(ServedType.PATIENT, OF_EVERYTHING, asked, strict);
    }

    private FhirQuery(ServedType type, Set<String> own, Map<String, String[]> asked, boolean strict) {
        this.type = type;
        Set<String> known = new LinkedHashSet<>(own);
        known.addAll(OF_THE_ANSWER);
        asked.forEach((name, values) -> {
            if (known.contains(name)) {
                used.put(name, List.of(values));
            } else if (known.contains(name.replaceFirst("[:.].*", ""))) {
                throw new BadSearch(
                        SearchFault.NOT_SUPPORTED,
                        "Neither modifiers nor chains are done here: the parameter stands by itself.");
            } else {
                passedOver.add(name);
            }
        });
        if (strict && !passedOver.isEmpty()) {
            throw new BadSearch(
                    SearchFault.NOT_SUPPORTED,
                    "A parameter is not known for %s. Known are: %s."
                            .formatted(type.fhirName(), String.join(", ", known)));
        }
    }

    /** Whether some parameters were passed over. */
    boolean passesOver() {
        return !passedOver.isEmpty();
    }

    private Stream<String> values(String name) {
        return used.getOrDefault(name, List.of()).stream();
    }

    private Optional<String> first(String name) {
        return values(name).filter(value -> !value.isBlank()).findFirst();
    }

    /** How many a page shows. */
    int count() {
        if (first("_summary").filter("count"::equals).isPresent()) {
            return 0;
        }
        return first(COUNT)
                .map(text -> {
                    try {
                        int count = Integer.parseInt(text);
                        if (count >= 0) {
                            return Math.min(count, MOST);
                        }
                    } catch (NumberFormatException none) {
                        // said below
                    }
                    throw new BadSearch(SearchFault.INVALID, "_count is a whole number, 0 or more.");
                })
                .orElse(USUAL_COUNT);
    }

    /** Before the first; else the id after which the page starts. */
    String after() {
        return first(AFTER).orElse("");
    }

    /** The ids that are asked for by themselves; empty where none are. */
    Optional<Set<String>> ids() {
        return anyOf(ID);
    }

    /** What the parameter names, where it is there: repeated, what all of them do. */
    Optional<Set<String>> anyOf(String name) {
        return values(name)
                .map(one -> (Set<String>) new LinkedHashSet<>(ServedSearch.values(one)))
                .reduce((some, others) -> {
                    Set<String> both = new LinkedHashSet<>(some);
                    both.retainAll(others);
                    return both;
                });
    }

    /** Those that name whose the resources are, by id; empty where nobody is named. */
    Optional<Set<String>> clients() {
        Optional<Set<String>> all = Optional.empty();
        for (String name : type.clientParameters()) {
            Optional<Set<String>> some = anyOf(name)
                    .map(each -> each.stream()
                            .map(one -> one.replaceFirst(".*Patient/", ""))
                            .collect(Collectors.toSet()));
            all = all.isPresent() && some.isPresent()
                    ? Optional.of(
                            all.get().stream().filter(some.get()::contains).collect(Collectors.toSet()))
                    : all.or(() -> some);
        }
        return all;
    }

    /** The kinds that are asked for; empty where all are. */
    Optional<Set<String>> kinds() {
        return anyOf("_type");
    }

    /** From when on it asks. */
    Predicate<Resource> since(ServedSearch search) {
        return values("_since")
                .map(since -> search.byLastUpdated("ge" + since))
                .reduce(resource -> true, Predicate::and);
    }

    /** Whether it asks for when something was changed. */
    boolean asksWhen() {
        return used.containsKey(LAST_UPDATED);
    }

    Predicate<Resource> whenChanged(ServedSearch search) {
        return values(LAST_UPDATED).map(search::byLastUpdated).reduce(resource -> true, Predicate::and);
    }

    /** What a resource has to be. */
    Predicate<Resource> wanted(ServedSearch search) {
        Predicate<Resource> all = whenChanged(search);
        for (ServedParameter parameter : type.parameters()) {
            all = values(parameter.name())
                    .map(value -> search.by(parameter, value))
                    .reduce(all, Predicate::and);
        }
        Optional<Set<String>> ids = ids();
        return ids.isEmpty()
                ? all
                : all.and(resource -> ids.get().contains(resource.getIdElement().getIdPart()));
    }

    /** By which parameters what is found points to what comes along. */
    List<String> includes() {
        return values(INCLUDE).map(this::include).toList();
    }

    private String include(String written) {
        if (written.equals("*")) {
            return written;
        }
        String[] parts = written.split(":", -1);
        if (parts.length >= 2
                && parts[0].equals(type.fhirName())
                && (parts[1].equals("*")
                        || ServedResources.referenceParameters(type).contains(parts[1]))) {
            return parts[1];
        }
        throw new BadSearch(
                SearchFault.NOT_SUPPORTED,
                "_include of %s is %s: and one of %s."
                        .formatted(
                                type.fhirName(),
                                type.fhirName(),
                                String.join(", ", ServedResources.referenceParameters(type))));
    }

    /** Whether where it comes from comes along. */
    boolean includesProvenance() {
        if (values(REVERSE_INCLUDE).anyMatch(value -> !value.equals(PROVENANCE))) {
            throw new BadSearch(SearchFault.NOT_SUPPORTED, "_revinclude is " + PROVENANCE + ", and no other.");
        }
        return used.containsKey(REVERSE_INCLUDE);
    }

    /** As an address says it, with the page that starts after an id, or the one that was asked for. */
    String text(Optional<String> after) {
        Map<String, List<String>> said = new LinkedHashMap<>(used);
        after.ifPresent(id -> said.put(AFTER, List.of(id)));
        return said.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(value -> one.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }
}
