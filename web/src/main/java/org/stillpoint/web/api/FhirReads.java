package org.stillpoint.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.exchange.fhir.served.BadSearch;
import org.stillpoint.exchange.fhir.served.BadSearch.SearchFault;
import org.stillpoint.exchange.fhir.served.ServedId;
import org.stillpoint.exchange.fhir.served.ServedResources;
import org.stillpoint.exchange.fhir.served.ServedSearch;
import org.stillpoint.exchange.fhir.served.ServedType;
import org.stillpoint.exchange.fhir.served.ServedType.ServedWhose;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.practice.api.ApiReading.ReadAccount;
import org.stillpoint.practice.api.ApiReading.ReadClientFile;
import org.stillpoint.practice.api.ApiReading.ReadEverything;
import org.stillpoint.practice.api.ApiReading.ReadPerson;
import org.stillpoint.practice.api.ApiReading.ReadPractice;
import org.stillpoint.practice.api.ApiReading.SeenClient;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.api.FhirPages.FoundPage;
import org.stillpoint.web.api.FhirPages.Hit;

/**
 * What is answered by FHIR: one resource, those that a search finds, all of one client. Whose resources are asked for is named, by the id or by a
 * parameter: each client's are under a key of their own, and none is opened but those that are shown.
 */
final class FhirReads {
    /** Own choice, 2026: each one named is read whole. */
    private static final int MOST_NAMED = 20;

    private static final String URN = "urn:uuid:";

    private final ApiReading reading;
    private final Clock clock;
    private final FhirRefusals refusals;
    private final Instant started;

    FhirReads(ApiReading reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
        this.refusals = new FhirRefusals(reading);
        this.started = clock.instant();
    }

    /** One resource. */
    Resource read(ServedType type, String id, FhirCaller caller) {
        FhirRefusals.require(caller.reads(type.fhirName()));
        Optional<Id<Client>> client = clientOf(type, id);
        return refusals.answered(
                caller.actor(),
                client,
                () -> among(type, client, caller.actor())
                        .flatMap(all -> all.find(type.fhirName() + "/" + id))
                        .map(ServedResources::versioned)
                        .orElseThrow(FhirRefusals::notFound));
    }

    private Optional<ServedResources> among(ServedType type, Optional<Id<Client>> client, Actor actor) {
        return switch (type.whose()) {
            case CLIENT -> client.map(id -> person(actor, id));
            case OF_A_CLIENT -> client.map(id -> ofAClient(type, actor, id));
            case PRACTICE -> Optional.of(practice(actor));
            case PUBLISHED -> Optional.of(ServedResources.published(started));
        };
    }

    private static Optional<Id<Client>> clientOf(ServedType type, String id) {
        return switch (type.whose()) {
            case CLIENT -> client(id);
            case OF_A_CLIENT -> ServedId.client(id);
            case PRACTICE, PUBLISHED -> Optional.empty();
        };
    }

    private static Optional<Id<Client>> client(String id) {
        try {
            return Optional.of(Id.of(id));
        } catch (BadValue none) {
            return Optional.empty();
        }
    }

    private ServedResources person(Actor actor, Id<Client> client) {
        ReadPerson read = reading.person(actor, client);
        return ServedResources.of(read.client(), read.contact(), read.changed());
    }

    /** The account is read where it is asked for, and nothing else is then. */
    private ServedResources ofAClient(ServedType type, Actor actor, Id<Client> client) {
        return type == ServedType.AUDIT_EVENT ? account(actor, client) : file(actor, client);
    }

    private ServedResources account(Actor actor, Id<Client> client) {
        ReadAccount read = reading.account(actor, client);
        ReadPerson whose = read.whose();
        return ServedResources.of(whose.client(), whose.contact(), read.entries(), whose.changed());
    }

    private ServedResources everything(Actor actor, Id<Client> client) {
        ReadEverything read = reading.everything(actor, client);
        return ServedResources.of(
                read.whole().file(), read.account(), read.whole().changed());
    }

    private ServedResources file(Actor actor, Id<Client> client) {
        ReadClientFile read = reading.file(actor, client);
        return ServedResources.of(read.file(), read.changed());
    }

    private ServedResources practice(Actor actor) {
        ReadPractice practice = reading.practice(actor);
        return ServedResources.of(practice.name(), practice.staff(), started);
    }

    /** A page of those that are searched, with what comes along. */
    Bundle search(ServedType type, Map<String, String[]> asked, boolean strict, String base, FhirCaller caller) {
        FhirRefusals.require(caller.searches(type.fhirName()));
        return refusals.answered(caller.actor(), Optional.empty(), () -> {
            FhirQuery query = FhirQuery.of(type, asked, strict);
            FoundPage found = found(type, query, caller.actor());
            return new FhirPages(base, caller).searchset(type, query, found);
        });
    }

    private FoundPage found(ServedType type, FhirQuery query, Actor actor) {
        ServedSearch search = new ServedSearch(clock.getZone());
        if (type.whose() == ServedWhose.CLIENT) {
            Optional<Set<Id<Client>>> named = people(query);
            return named.isPresent()
                    ? FhirPages.page(named(named.get(), actor, query.wanted(search)), query)
                    : everybody(query, search, actor);
        }
        List<ServedResources> among = type.whose() == ServedWhose.OF_A_CLIENT
                ? whose(type, query).stream()
                        .flatMap(client -> kept(type, actor, client).stream())
                        .toList()
                : among(type, Optional.empty(), actor).stream().toList();
        Predicate<Resource> wanted = query.wanted(search);
        return FhirPages.page(
                among.stream()
                        .flatMap(all -> all.list(type).stream().filter(wanted).map(each -> new Hit(each, all))),
                query);
    }

    /** Of somebody who is not there nothing is found. */
    private Optional<ServedResources> kept(ServedType type, Actor actor, Id<Client> client) {
        try {
            return Optional.of(ofAClient(type, actor, client));
        } catch (NoSuchRecord gone) {
            return Optional.empty();
        }
    }

    /** Whose resources are asked for. */
    private static Set<Id<Client>> whose(ServedType type, FhirQuery query) {
        Optional<Set<Id<Client>>> byClient = query.clients().map(all -> ids(all, FhirReads::client));
        Optional<Set<Id<Client>>> byId = query.ids().map(all -> ids(all, ServedId::client));
        Optional<Set<Id<Client>>> byTarget = type == ServedType.PROVENANCE
                ? query.anyOf("target").map(all -> ids(all, FhirReads::ofTarget))
                : Optional.empty();
        Set<Id<Client>> all = Stream.of(byClient, byId, byTarget)
                .flatMap(Optional::stream)
                .reduce((some, others) -> some.stream().filter(others::contains).collect(Collectors.toSet()))
                .orElseThrow(() -> new BadSearch(
                        SearchFault.TOO_COSTLY,
                        "Say whose: %s. Each client's record is under a key of its own."
                                .formatted(
                                        type.clientParameters().isEmpty()
                                                ? "_id"
                                                : type.clientParameters().getFirst() + ", or _id")));
        if (all.size() > MOST_NAMED) {
            throw new BadSearch(SearchFault.TOO_COSTLY, "Name %d clients at most.".formatted(MOST_NAMED));
        }
        return all;
    }

    private static Set<Id<Client>> ids(
            Set<String> written, java.util.function.Function<String, Optional<Id<Client>>> client) {
        return written.stream().flatMap(one -> client.apply(one).stream()).collect(Collectors.toSet());
    }

    /** Of the client whose resource it names; one of somebody's own names that. */
    private static Optional<Id<Client>> ofTarget(String reference) {
        String id = reference.substring(reference.lastIndexOf('/') + 1);
        return ServedId.client(id).or(() -> client(id));
    }

    /** The clients that are named by themselves; empty where nobody is. */
    private static Optional<Set<Id<Client>>> people(FhirQuery query) {
        Optional<Set<Id<Client>>> byId = query.ids().map(all -> ids(all, FhirReads::client));
        Optional<Set<Id<Client>>> byIdentifier = query.anyOf("identifier")
                .map(all -> ids(all, one -> client(one.replaceFirst(".*\\|", "").replaceFirst("^" + URN, ""))));
        Optional<Set<Id<Client>>> named = byId.isPresent() ? byId : byIdentifier;
        if (named.filter(all -> all.size() > MOST_NAMED).isPresent()) {
            throw new BadSearch(SearchFault.TOO_COSTLY, "Name %d clients at most.".formatted(MOST_NAMED));
        }
        return named;
    }

    /** Whoever is named and not seen is not found. */
    private Stream<Hit> named(Set<Id<Client>> ids, Actor actor, Predicate<Resource> wanted) {
        return ids.stream().flatMap(id -> seen(id, actor).stream()).filter(hit -> wanted.test(hit.resource()));
    }

    private Optional<Hit> seen(Id<Client> id, Actor actor) {
        try {
            return Optional.of(hit(id, actor));
        } catch (NotAllowed | NoSuchRecord unseen) {
            return Optional.empty();
        }
    }

    private Hit hit(Id<Client> id, Actor actor) {
        ServedResources all = person(actor, id);
        return new Hit(all.find("Patient/" + id).orElseThrow(FhirRefusals::notFound), all);
    }

    /** Of all whom the actor sees, those of the page alone are read. */
    private FoundPage everybody(FhirQuery query, ServedSearch search, Actor actor) {
        List<SeenClient> all = reading.clients(actor);
        if (query.asksWhen()) {
            Map<Id<Client>, Instant> changes =
                    reading.changes(actor, all.stream().map(SeenClient::id).toList());
            Predicate<Resource> wanted = query.whenChanged(search);
            all = all.stream()
                    .filter(one -> wanted.test(changedAt(changes.getOrDefault(one.id(), one.addedAt()))))
                    .toList();
        }
        Optional<Id<Client>> after = client(query.after());
        List<Id<Client>> rest = all.stream()
                .map(SeenClient::id)
                .filter(id -> after.isEmpty() || id.compareTo(after.get()) > 0)
                .toList();
        List<Hit> page = rest.stream()
                .limit(query.count())
                .flatMap(id -> seen(id, actor).stream())
                .toList();
        return new FoundPage(page, all.size(), !page.isEmpty() && query.count() < rest.size());
    }

    private static Patient changedAt(Instant at) {
        Patient patient = new Patient();
        patient.getMeta().setLastUpdated(Date.from(at));
        return patient;
    }

    /** A page of everything of one client that whoever asks may read, with the practice and who works there, as far as they stand in it. */
    Bundle everything(String id, Map<String, String[]> asked, boolean strict, String base, FhirCaller caller) {
        FhirRefusals.require(caller.reads(ServedType.PATIENT.fhirName()));
        Optional<Id<Client>> client = client(id);
        return refusals.answered(caller.actor(), client, () -> {
            FhirQuery query = FhirQuery.ofEverything(asked, strict);
            Optional<Set<String>> kinds = query.kinds();
            String account = ServedType.AUDIT_EVENT.fhirName();
            boolean withAccount = caller.reads(account)
                    && kinds.map(some -> some.contains(account)).orElse(true);
            ServedResources all = client.map(
                            one -> withAccount ? everything(caller.actor(), one) : file(caller.actor(), one))
                    .orElseThrow(FhirRefusals::notFound);
            Predicate<Resource> since = query.since(new ServedSearch(clock.getZone()));
            Stream<Hit> hits = all.all().stream()
                    .filter(each -> caller.reads(each.fhirType()))
                    .filter(each -> kinds.isEmpty() || kinds.get().contains(each.fhirType()))
                    .filter(since)
                    .map(each -> new Hit(each, all));
            return new FhirPages(base, caller)
                    .everything(id, query, FhirPages.page(hits.sorted(Comparator.comparing(Hit::id)), query));
        });
    }
}
