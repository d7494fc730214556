package org.stillpoint.exchange.fhir.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;

/** The touch map that holds: a flag for each region of which something was said, active where hands are not simply welcome. */
public final class FhirTouch implements FhirTranslator<TouchMap> {

    @Override
    public void write(TouchMap map, FhirEntries to) {
        new TreeMap<>(map.wishes()).forEach((region, wish) -> {
            String place = BodySites.concept(region).getText();
            Flag flag = new Flag()
                    .setStatus(wish == TouchWish.WELCOME ? FlagStatus.INACTIVE : FlagStatus.ACTIVE)
                    .addCategory(KnownCode.FLAG_CONTACT.concept())
                    .setCode(OwnSystem.ENTRY.concept("touch-boundary"))
                    .setSubject(FhirEntries.to(map.client()))
                    .setAuthor(FhirEntries.to(map.client()))
                    .setPeriod(new Period().setStartElement(FhirValues.moment(map.at())));
            String said = OwnSystem.TOUCH_WISH.coding(wish).getDisplay();
            flag.getCode().setText(place == null ? said : place + ": " + said);
            OwnExtension.REGION.add(flag, OwnSystem.REGION.coding(region.value()));
            OwnExtension.WISH.add(flag, OwnSystem.TOUCH_WISH.coding(wish));
            OwnExtension.SAID_BY.add(flag, OwnSystem.INTAKE_HAND.coding(map.by()));
            OwnExtension.TOUCH_MAP.add(flag, FhirEntries.identifier(map.id()));
            FhirValues.version(flag, map.version());
            FhirValues.narrate(flag, flag.getCode().getText());
            to.add(FhirEntries.derived("touch at " + region, map.id()), flag);
        });
    }

    @Override
    public List<TouchMap> read(FhirEntries from) {
        Map<Id<TouchMap>, TouchMap> maps = new LinkedHashMap<>();
        for (Flag flag : from.list(Flag.class)) {
            OwnExtension.TOUCH_MAP
                    .find(flag, Identifier.class)
                    .map(FhirEntries::<TouchMap>recordId)
                    .ifPresent(id -> maps.merge(id, read(flag, id), FhirTouch::both));
        }
        return List.copyOf(maps.values());
    }

    private static TouchMap both(TouchMap first, TouchMap second) {
        Map<RegionCode, TouchWish> wishes = new LinkedHashMap<>(first.wishes());
        wishes.putAll(second.wishes());
        return new TouchMap(first.id(), first.client(), first.at(), wishes, first.by(), first.version());
    }

    private static TouchMap read(Flag flag, Id<TouchMap> id) {
        RegionCode region = new RegionCode(
                OwnExtension.REGION.find(flag, Coding.class).orElseThrow().getCode());
        TouchWish wish = OwnExtension.WISH
                .find(flag, Coding.class)
                .flatMap(coding -> OwnSystem.constant(TouchWish.class, coding.getCode()))
                .orElseThrow();
        return new TouchMap(
                id,
                FhirEntries.recordId(flag.getSubject()),
                FhirValues.instant(flag.getPeriod().getStartElement()),
                Map.of(region, wish),
                OwnExtension.SAID_BY
                        .find(flag, Coding.class)
                        .flatMap(coding -> OwnSystem.constant(IntakeHand.class, coding.getCode()))
                        .orElse(IntakeHand.THERAPIST), // what left before 2026-11-29 was said to them alone
                FhirValues.version(flag));
    }
}
