package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.ClientFile.StaffMember;

/** Somebody of the practice whose word stands in the record: a practitioner, and what they are in the practice. */
public final class FhirStaff implements FhirTranslator<StaffMember> {

    private final Optional<String> practice;

    /** @param practice id of the practice among the resources; empty where it is not told */
    public FhirStaff(Optional<String> practice) {
        this.practice = practice;
    }

    @Override
    public void write(StaffMember member, FhirEntries to) {
        Practitioner practitioner = new Practitioner()
                .setActive(member.isActive())
                .addName(new HumanName().setText(member.name().value()));
        practitioner.addIdentifier(FhirEntries.identifier(member.account()));
        FhirValues.narrate(practitioner, member.name().value());
        to.add(member.account(), practitioner);
        PractitionerRole role = new PractitionerRole()
                .setActive(member.isActive())
                .setPractitioner(FhirEntries.to(member.account()))
                .addCode(OwnSystem.ROLE.concept(member.role()));
        practice.ifPresent(id -> role.setOrganization(FhirEntries.to(id)));
        FhirValues.narrate(role, member.name().value(), role.getCodeFirstRep().getText());
        to.add(FhirEntries.derived("role", member.account()), role);
    }

    @Override
    public List<StaffMember> read(FhirEntries from) {
        return from.list(PractitionerRole.class).stream()
                .flatMap(role -> from.find(role.getPractitioner(), Practitioner.class).stream()
                        .map(who -> new StaffMember(
                                FhirEntries.recordId(who),
                                new SignInName(who.getNameFirstRep().getText()),
                                OwnSystem.ROLE
                                        .find(role.getCodeFirstRep())
                                        .flatMap(code -> OwnSystem.constant(Role.class, code))
                                        .orElseThrow(),
                                who.getActive())))
                .toList();
    }
}
