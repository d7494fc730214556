package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Act.ActKind;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.AuditEntry.Outcome;

/**
 * One line of the account of one client: who did or read what, when, and what came of it. It holds ids and codes and nothing else, no name and no
 * word of anybody.
 */
public final class FhirAudit implements FhirTranslator<AuditEntry> {
    private static final String OBSERVER = "Stillpoint";
    private static final String PERSON = "person";
    private static final String LINK = "link";
    private static final String REGISTERED = "registered-program";

    private final Id<Client> client;

    /** @param client whose account it is */
    public FhirAudit(Id<Client> client) {
        this.client = client;
    }

    @Override
    public void write(AuditEntry entry, FhirEntries to) {
        AuditEvent event = new AuditEvent()
                .setType(KnownCode.PATIENT_RECORD.coding())
                .addSubtype(OwnSystem.ACT.coding(entry.act()))
                .setAction(entry.act().kind() == ActKind.READS ? AuditEventAction.R : AuditEventAction.U)
                .setOutcome(
                        entry.outcome() == Outcome.DONE || entry.outcome() == Outcome.AGAIN
                                ? AuditEventOutcome._0
                                : AuditEventOutcome._4)
                .setOutcomeDesc(OwnSystem.code(entry.outcome()))
                .addAgent(agent(entry.actor()));
        event.setRecordedElement(FhirValues.exact(entry.at()));
        event.getSource().setObserver(new Reference().setType("Device").setDisplay(OBSERVER));
        event.addEntity(new AuditEventEntityComponent()
                .setWhat(to.has(client) ? FhirEntries.to(client) : named("Patient", client))
                .setType(KnownCode.ENTITY_PERSON.coding())
                .setRole(KnownCode.ROLE_PATIENT.coding()));
        entry.key().ifPresent(key -> event.addEntity(new AuditEventEntityComponent().setWhat(named(key))));
        OwnExtension.ENTRY_NUMBER.add(event, new DecimalType(entry.number()));
        OwnExtension.ENTRY_HASH.add(event, new StringType(entry.hash()));
        FhirValues.narrate(
                event, entry.at() + " " + OwnSystem.ACT.coding(entry.act()).getDisplay());
        to.add(FhirEntries.derived("audit " + entry.number(), client), event);
    }

    private static Reference named(Id<?> id) {
        return new Reference().setIdentifier(FhirEntries.identifier(id));
    }

    private static Reference named(String type, Id<?> id) {
        return named(id).setType(type);
    }

    private static AuditEventAgentComponent agent(Actor actor) {
        AuditEventAgentComponent agent = new AuditEventAgentComponent().setRequestor(true);
        switch (actor) {
            case Actor.Person(var account, Role role) ->
                agent.setWho(named("Practitioner", account))
                        .addRole(OwnSystem.ACTOR.concept(PERSON))
                        .addRole(OwnSystem.ROLE.concept(role));
            case Actor.Linked(var whose, var link) ->
                agent.setWho(named("Patient", whose)).setAltId(link.toString()).addRole(OwnSystem.ACTOR.concept(LINK));
            case Actor.Registered(var program) ->
                agent.setWho(named("Device", program)).addRole(OwnSystem.ACTOR.concept(REGISTERED));
            case Actor.Program(ProgramPart part) -> agent.addRole(OwnSystem.ACTOR.concept(part));
        }
        return agent;
    }

    @Override
    public List<AuditEntry> read(FhirEntries from) {
        return from.list(AuditEvent.class).stream()
                .flatMap(event -> OwnExtension.ENTRY_NUMBER.find(event, DecimalType.class).stream()
                        .map(number -> read(event, number.getValue().longValueExact())))
                .toList();
    }

    private AuditEntry read(AuditEvent event, long number) {
        return new AuditEntry(
                number,
                FhirValues.instant(event.getRecordedElement()),
                actor(event.getAgentFirstRep()),
                OwnSystem.constant(Act.class, event.getSubtypeFirstRep().getCode())
                        .orElseThrow(),
                Optional.of(client),
                event.getEntity().size() > 1
                        ? Optional.of(FhirEntries.recordId(
                                event.getEntity().get(1).getWhat().getIdentifier()))
                        : Optional.empty(),
                OwnSystem.constant(Outcome.class, event.getOutcomeDesc()).orElseThrow(),
                OwnExtension.ENTRY_HASH
                        .find(event, StringType.class)
                        .map(StringType::getValue)
                        .orElseThrow());
    }

    private static Actor actor(AuditEventAgentComponent agent) {
        String kind = OwnSystem.ACTOR.find(agent.getRoleFirstRep()).orElseThrow();
        return switch (kind) {
            case PERSON -> new Actor.Person(who(agent), role(agent.getRole().get(1)));
            case LINK -> new Actor.Linked(who(agent), Id.of(agent.getAltId()));
            case REGISTERED -> new Actor.Registered(who(agent));
            default ->
                new Actor.Program(OwnSystem.constant(ProgramPart.class, kind).orElseThrow());
        };
    }

    private static <T> Id<T> who(AuditEventAgentComponent agent) {
        return FhirEntries.recordId(agent.getWho().getIdentifier());
    }

    private static Role role(CodeableConcept said) {
        return OwnSystem.ROLE
                .find(said)
                .flatMap(code -> OwnSystem.constant(Role.class, code))
                .orElseThrow();
    }
}
