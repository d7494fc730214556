package org.stillpoint.exchange.fhir.resource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Period;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyLevel;

/** A red flag that was told: active until somebody has written what was done about it. */
public final class FhirRedFlag implements FhirTranslator<RedFlag> {

    @Override
    public void write(RedFlag told, FhirEntries to) {
        Flag flag = new Flag()
                .setStatus(told.isOpen() ? FlagStatus.ACTIVE : FlagStatus.INACTIVE)
                .addCategory(KnownCode.FLAG_SAFETY.concept())
                .setCode(OwnSystem.SAFETY_LEVEL
                        .concept(SafetyLevel.RED_FLAG)
                        .setText(told.found().stream().map(FoundCondition::name).collect(Collectors.joining("; "))))
                .setSubject(FhirEntries.to(told.client()));
        Period period = new Period().setStartElement(FhirValues.moment(told.at()));
        told.followUp()
                .filter(done -> !done.at().isBefore(told.at()))
                .ifPresent(done -> period.setEndElement(FhirValues.moment(done.at())));
        flag.setPeriod(period);
        flag.addIdentifier(FhirEntries.identifier(told.id())); // the entry in which it was told has the same id
        told.found().forEach(condition -> flag.addExtension(FoundCondition.write(condition)));
        OwnExtension.FLAG_ORIGIN.add(flag, OwnSystem.FLAG_ORIGIN.coding(told.origin()));
        told.followUp().ifPresent(done -> OwnExtension.DONE_ABOUT_IT.add(flag, FhirCheckIn.done(done)));
        FhirValues.version(flag, told.version());
        FhirValues.narrate(flag, flag.getCode().getText(), told.at().toString());
        to.add(FhirEntries.derived("red flag", told.id()), flag);
    }

    @Override
    public List<RedFlag> read(FhirEntries from) {
        return from.list(Flag.class).stream()
                .flatMap(each -> OwnExtension.FLAG_ORIGIN.find(each, Coding.class).stream()
                        .flatMap(origin -> OwnSystem.constant(FlagOrigin.class, origin.getCode()).stream())
                        .map(origin -> read(each, origin)))
                .toList();
    }

    private static RedFlag read(Flag flag, FlagOrigin origin) {
        Optional<Annotation> done = OwnExtension.DONE_ABOUT_IT.find(flag, Annotation.class);
        return new RedFlag(
                FhirEntries.recordId(flag.getIdentifierFirstRep()),
                FhirEntries.recordId(flag.getSubject()),
                FhirValues.instant(flag.getPeriod().getStartElement()),
                origin,
                OwnExtension.CONDITION_FOUND.list(flag).stream()
                        .map(FoundCondition::read)
                        .collect(Collectors.toSet()),
                done.map(FhirCheckIn::done),
                FhirValues.version(flag));
    }
}
