package org.stillpoint.practice.request;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter.CannotCome;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What clients have asked of the practice. The front desk is shown who cannot come, and nothing that is about the record. */
public final class RequestReading {
    /** Own choice, 2026: as many as one goes through; when some are answered, the next come up. */
    private static final int MOST = 50;

    /**
     * Something that was asked.
     *
     * @param stillStands whether the appointment that it is about stands as it did then
     */
    public record SeenRequest(ClientRequest request, boolean stillStands) {}

    /**
     * @param phone their number, or empty
     * @param requests the latest first
     */
    public record RequestsView(Client client, PrivateText phone, List<SeenRequest> requests) {}

    /** One that waits for an answer. */
    public record OpenRequest(Client client, PrivateText phone, ClientRequest request) {}

    private final UnitOfWork work;

    public RequestReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public RequestsView by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_REQUESTS,
                Optional.of(id),
                records -> new RequestsView(
                        records.clients().get(id),
                        records.aboutClients().contact(id).told().phone(),
                        records.clientRequests().list(id).reversed().stream()
                                .filter(each -> isShown(actor, each))
                                .map(each -> new SeenRequest(each, stillStands(records, each)))
                                .toList()));
    }

    /** Those that wait for an answer, of whom the actor sees, the earliest first; within a reading of the record. */
    public static List<OpenRequest> open(Records records, Actor actor) {
        return records.clientRequests().listOpen(MOST).stream()
                .filter(each -> isShown(actor, each))
                .flatMap(each -> records
                        .keeping()
                        .tryReading(
                                each.client(),
                                () -> new OpenRequest(
                                        records.clients().get(each.client()),
                                        records.aboutClients()
                                                .contact(each.client())
                                                .told()
                                                .phone(),
                                        each))
                        .stream())
                .toList();
    }

    private static boolean isShown(Actor actor, ClientRequest request) {
        return request.isOfAnAppointment() || Membership.seesWhatWasTold(actor);
    }

    private static boolean stillStands(Records records, ClientRequest request) {
        return request.matter() instanceof CannotCome said
                && records.appointments()
                        .find(request.client(), said.appointment())
                        .filter(each -> AnswerRequest.isAsItWas(each, said))
                        .isPresent();
    }
}
