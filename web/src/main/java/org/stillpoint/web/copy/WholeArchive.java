package org.stillpoint.web.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.stillpoint.exchange.archive.ArchiveManifest;
import org.stillpoint.exchange.archive.ArchiveWriter;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.bundle.SummaryDocument;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.client.ExportClient.ExportedClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.whole.OpenRows;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.web.consent.PaperTold;
import org.stillpoint.web.note.NotePaper;
import org.stillpoint.web.note.NoteTold;
import org.stillpoint.web.outcome.HowItGoesPages;
import org.stillpoint.web.view.Places;

/**
 * All that is kept as one archive, written as it is read: the rows of one state of the record, of each client the bundles for other programs and
 * the papers that were signed; of a single client also the complete copy as a page, and how it goes on paper.
 */
public final class WholeArchive {
    /** Own choice, 2026: what is ready and not yet written, so that two cores have something to do and memory holds a few clients. */
    private static final int AT_ONCE = 4;

    private final OpenRows rows;
    private final ExportClient exportClient;
    private final Clock clock;
    private final PaperTold papers;
    private final NotePaper notes;

    /** @param places with the speaker in whose language papers are written */
    public WholeArchive(OpenRows rows, ExportClient exportClient, Places places, Clock clock) {
        this.rows = rows;
        this.exportClient = exportClient;
        this.clock = clock;
        this.papers = new PaperTold(places.speaker());
        this.notes = new NotePaper(new NoteTold(places, clock), places, clock);
    }

    /** What a single client's archive holds besides. */
    public record OfOnePerson(CopyClient copyClient, CopyPages pages, HowItGoesPages goes) {}

    /** The members of one client, by their names. */
    private record ClientMembers(Map<String, byte[]> members) {}

    /**
     * Writes all of it. What leaves was entered in the account before; each client whose record is read for it stands there too.
     *
     * @param clients whose bundles and papers go with it
     * @param out is not closed
     */
    public ArchiveManifest write(
            Actor actor, WhoseRows whose, List<Id<Client>> clients, Optional<OfOnePerson> more, OutputStream out)
            throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ArchiveWriter archive = new ArchiveWriter(out, now);
        int schema = rows.write(whose, archive);
        Iterator<ClientMembers> ready = clients.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, id -> of(actor, id)))
                .iterator();
        while (ready.hasNext()) {
            for (Map.Entry<String, byte[]> member : ready.next().members().entrySet()) {
                archive.member(member.getKey(), member.getValue());
            }
        }
        if (whose instanceof WhoseRows.OfOneClient one && more.isPresent()) {
            String folder = folder(one.client());
            boolean notesToo = whose.heldApart();
            archive.member(
                    folder + "everything-kept.html",
                    more.get()
                            .pages()
                            .html(more.get().copyClient().by(actor, one.client(), notesToo), notesToo)
                            .getBytes(StandardCharsets.UTF_8));
            archive.member(folder + "how-it-goes.pdf", more.get().goes().printed(actor, one.client(), "pain"));
        }
        return archive.finish(schema, whose);
    }

    /** Of whoever is erased meanwhile there is nothing. */
    private ClientMembers of(Actor actor, Id<Client> id) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try {
            ExportedClient exported = exportClient.withAccount(actor, id);
            ClientFile file = exported.file();
            String folder = folder(id);
            members.put(
                    "clients/" + id + ArchiveWriter.BUNDLE,
                    FhirR4.json(ClientBundle.of(file)).getBytes(StandardCharsets.UTF_8));
            members.put(
                    folder + "summary.json",
                    FhirR4.json(SummaryDocument.of(file)).getBytes(StandardCharsets.UTF_8));
            members.put(
                    folder + "account.json",
                    FhirR4.json(ClientBundle.account(file, exported.account())).getBytes(StandardCharsets.UTF_8));
            file.consents().entries().forEach(entry -> {
                if (entry instanceof SignedEntry signed) {
                    members.put(
                            folder + name("consent", signed.at(), signed.id()),
                            papers.pdf(signed, file.consents(), file.client(), file.practice()));
                }
            });
            for (SessionNote note : file.notes()) {
                if (!note.isToSign()) {
                    members.put(folder + name("note", note.heldAt(), note.id()), notes.of(file.client(), note));
                }
            }
        } catch (NoSuchRecord erased) {
            members.clear();
        }
        return new ClientMembers(members);
    }

    private static String folder(Id<Client> client) {
        return "clients/" + client + "/";
    }

    private String name(String what, Instant at, Id<?> id) {
        return what + "-" + LocalDate.ofInstant(at, clock.getZone()) + "-" + id + ".pdf";
    }
}
