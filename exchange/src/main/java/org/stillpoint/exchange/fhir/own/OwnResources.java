package org.stillpoint.exchange.fhir.own;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.DiscriminatorType;
import org.hl7.fhir.r4.model.ElementDefinition.SlicingRules;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.ExtensionContextType;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.stillpoint.exchange.fhir.code.BodySites;
import org.stillpoint.exchange.fhir.code.BodySites.BodySite;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.KnownCode.KnownRow;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.exchange.fhir.resource.FhirCheckIn;
import org.stillpoint.exchange.fhir.resource.FhirSafety;
import org.stillpoint.exchange.fhir.resource.FhirText;

/** Our own resources, made of the tables. */
public final class OwnResources {
    /** Grows when a code or an extension changes its meaning. */
    private static final String VERSION = "1";

    private static final String PUBLISHER = "Stillpoint";
    private static final String SNOMED_NOTICE =
            "SNOMED CT is © and ® SNOMED International; codes and English terms unaltered,"
                    + " of its free sets (CC BY 4.0 and CC BY-ND 4.0). No endorsement by SNOMED International is claimed.";

    private OwnResources() {}

    /** All that is published, by the name of its file. */
    public static Map<String, MetadataResource> list() {
        Map<String, MetadataResource> all = new LinkedHashMap<>();
        for (OwnSystem system : OwnSystem.values()) {
            put(all, system(system));
            put(all, valueSet(system));
        }
        Arrays.stream(OwnExtension.values()).forEach(each -> put(all, definition(each)));
        put(all, regions());
        put(all, checkIn());
        put(all, safetyCheck());
        return all;
    }

    private static void put(Map<String, MetadataResource> all, MetadataResource resource) {
        FhirText.narrate(resource, List.of(resource.getTitle()));
        all.put(resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json", resource);
    }

    /** The codes of others that this program writes, so that it can be checked offline; they are not published. */
    public static List<CodeSystem> shippedOfOthers() {
        Map<String, CodeSystem> systems = new LinkedHashMap<>();
        for (KnownRow row : KnownCode.rows()) {
            if (row.system().equals(BodySites.SNOMED) || row.system().equals("http://loinc.org")) {
                fragment(systems, row.system(), row.code(), row.display());
            }
        }
        BodySites.list().forEach(site -> fragment(systems, BodySites.SNOMED, site.code(), site.display()));
        return List.copyOf(systems.values());
    }

    private static void fragment(Map<String, CodeSystem> systems, String url, String code, String display) {
        CodeSystem system = systems.computeIfAbsent(url, OwnResources::fragment);
        if (system.getConcept().stream().noneMatch(each -> code.equals(each.getCode()))) {
            CodeSystem.ConceptDefinitionComponent concept = system.addConcept().setCode(code);
            if (!display.isEmpty()) {
                concept.setDisplay(display);
            }
        }
    }

    private static CodeSystem fragment(String url) {
        CodeSystem system = new CodeSystem()
                .setUrl(url)
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystemContentMode.FRAGMENT);
        system.setId(url.substring(url.lastIndexOf('/') + 1).replace('.', '-'));
        return system;
    }

    private static <R extends MetadataResource> R published(R resource, String id, String url, String title) {
        resource.setId(id);
        resource.setUrl(url)
                .setVersion(VERSION)
                .setName(camel(id))
                .setTitle(title)
                .setStatus(PublicationStatus.ACTIVE)
                .setExperimental(false)
                .setPublisher(PUBLISHER);
        return resource;
    }

    private static String camel(String path) {
        StringBuilder name = new StringBuilder();
        for (String word : path.split("-", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return name.toString();
    }

    private static String spaced(String path) {
        return path.replace('-', ' ');
    }

    private static CodeSystem system(OwnSystem own) {
        CodeSystem system = published(new CodeSystem(), own.path(), own.url(), spaced(own.path()));
        system.setCaseSensitive(true)
                .setContent(CodeSystemContentMode.COMPLETE)
                .setValueSet(own.valueSetUrl())
                .setCount(own.codes().size())
                .setDescription(spaced(own.path()));
        own.codes()
                .forEach((code, meaning) -> system.addConcept()
                        .setCode(code)
                        .setDisplay(meaning.display())
                        .setDefinition(meaning.definition()));
        return system;
    }

    private static ValueSet valueSet(OwnSystem own) {
        ValueSet set = published(new ValueSet(), own.path(), own.valueSetUrl(), spaced(own.path()));
        set.setDescription(spaced(own.path()));
        set.getCompose().addInclude().setSystem(own.url());
        return set;
    }

    private static StructureDefinition definition(OwnExtension own) {
        StructureDefinition definition =
                published(new StructureDefinition(), own.path(), own.url(), spaced(own.path()));
        definition
                .setDescription(own.place().description())
                .setFhirVersion(FHIRVersion._4_0_1)
                .setKind(StructureDefinitionKind.COMPLEXTYPE)
                .setAbstract(false)
                .setType("Extension")
                .setBaseDefinition("http://hl7.org/fhir/StructureDefinition/Extension")
                .setDerivation(TypeDerivationRule.CONSTRAINT);
        own.place()
                .contexts()
                .forEach(context -> definition
                        .addContext()
                        .setType(ExtensionContextType.ELEMENT)
                        .setExpression(context));
        List<ElementDefinition> elements = new ArrayList<>();
        ElementDefinition root = element("Extension").setDefinition(own.place().description());
        root.setShort(own.place().description());
        elements.add(root);
        Map<String, String> parts = own.place().parts();
        if (!parts.isEmpty()) {
            elements.add(element("Extension.extension")
                    .setSlicing(new ElementDefinition.ElementDefinitionSlicingComponent()
                            .setRules(SlicingRules.CLOSED)
                            .addDiscriminator(new ElementDefinition.ElementDefinitionSlicingDiscriminatorComponent()
                                    .setType(DiscriminatorType.VALUE)
                                    .setPath("url"))));
        }
        parts.forEach((name, type) -> elements.addAll(part(name, type)));
        elements.add(element("Extension.url").setFixed(new UriType(own.url())));
        ElementDefinition value = element("Extension.value[x]");
        if (parts.isEmpty()) {
            value.setMin(1).addType().setCode(own.place().value());
        } else {
            value.setMax("0");
        }
        elements.add(value);
        definition.getDifferential().setElement(elements);
        return definition;
    }

    private static List<ElementDefinition> part(String name, String type) {
        String slice = "Extension.extension:" + name;
        ElementDefinition whole = element("Extension.extension").setSliceName(name);
        whole.setMin(0).setMax("1").setId(slice);
        ElementDefinition url = element("Extension.extension.url").setFixed(new UriType(name));
        url.setId(slice + ".url");
        ElementDefinition value = element("Extension.extension.value[x]").setMin(1);
        value.setId(slice + ".value[x]");
        value.addType().setCode(type);
        return List.of(whole, url, value);
    }

    private static ElementDefinition element(String path) {
        ElementDefinition element = new ElementDefinition().setPath(path);
        element.setId(path);
        return element;
    }

    private static ConceptMap regions() {
        ConceptMap map = published(
                new ConceptMap(),
                "region-to-body-site",
                OwnSystem.BASE + "/ConceptMap/region-to-body-site",
                "pain regions of the CHOIR body map as body sites of SNOMED CT");
        map.setDescription(
                        "No code says front or back, so that our own region code travels along; the comment says where a site"
                                + " is wider than the region.")
                .setCopyright(SNOMED_NOTICE)
                .setSource(new UriType(OwnSystem.REGION.valueSetUrl()));
        ConceptMapGroupComponent group =
                map.addGroup().setSource(OwnSystem.REGION.url()).setTarget(BodySites.SNOMED);
        for (BodySite site : BodySites.list()) {
            group.addElement()
                    .setCode(site.region().value())
                    .setDisplay(site.name())
                    .addTarget()
                    .setCode(site.code())
                    .setDisplay(site.display())
                    .setEquivalence(equivalence(site))
                    .setComment(site.fit() + (site.hasSide() ? "" : "; the code has no side") + "; " + site.licence());
        }
        return map;
    }

    private static ConceptMapEquivalence equivalence(BodySite site) {
        if (!site.hasSide()) {
            return ConceptMapEquivalence.WIDER;
        }
        return switch (site.fit().replaceFirst(":.*", "")) {
            case "wider" -> ConceptMapEquivalence.WIDER;
            case "narrower" -> ConceptMapEquivalence.NARROWER;
            default -> ConceptMapEquivalence.INEXACT;
        };
    }

    private static Questionnaire checkIn() {
        Questionnaire form = questionnaire("check-in", FhirCheckIn.QUESTIONNAIRE);
        OwnSystem.CHECK_IN_ANSWER
                .codes()
                .forEach((code, meaning) -> form.addItem()
                        .setLinkId(code)
                        .setText(meaning.display())
                        .setType(
                                code.equals("anything-worse")
                                        ? QuestionnaireItemType.TEXT
                                        : QuestionnaireItemType.DECIMAL));
        return form;
    }

    private static Questionnaire safetyCheck() {
        Questionnaire form = questionnaire("safety-check", FhirSafety.QUESTIONNAIRE);
        form.addItem()
                .setLinkId("anything-found")
                .setType(QuestionnaireItemType.BOOLEAN)
                .setRequired(true);
        form.addItem()
                .setLinkId("found")
                .setType(QuestionnaireItemType.STRING)
                .setRepeats(true)
                .addEnableWhen()
                .setQuestion("anything-found")
                .setOperator(Questionnaire.QuestionnaireItemOperator.EQUAL)
                .setAnswer(new BooleanType(true));
        return form;
    }

    private static Questionnaire questionnaire(String id, String url) {
        Questionnaire form = published(new Questionnaire(), id, url, spaced(id));
        form.addSubjectType("Patient");
        return form;
    }
}
