package org.stillpoint.bench;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirValidation;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.TakeFhir;
import org.stillpoint.exchange.fhir.take.TakenFhir;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;

/**
 * Bundles of one made-up client of 20 check-ins a second, on two cores: exported from the record, taken in as proposals, validated; and beside
 * each what HAPI FHIR alone takes for the same bundle, to write it, to parse it and to validate it without our own resources.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
@Threads(2)
@SuppressWarnings("NullAway.Init") // JMH sets it up
public class FhirBenchmark {
    private static final int CHECK_INS = 20;
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    private final FhirContext hapi = FhirR4.context();
    private Store store;
    private ExportClient export;
    private Id<Client> client;
    private Bundle bundle;
    private String json;
    private byte[] bytes;
    private FhirValidation validation;
    private FhirValidator plain;

    /** A practice of one client, and their bundle. */
    @Setup
    public void fill() throws IOException {
        Path folder = Files.createTempDirectory("fhir");
        store = Store.open(new StoreSettings.Sqlite(folder));
        UnitOfWork work = store.unitOfWork((actor, act, whom) -> true);
        new LargePractice(
                        work,
                        Clock.systemDefaultZone(),
                        LargePractice.OfEach.usual(CHECK_INS),
                        new SpokenConsent(new Speaker(Locale.ENGLISH, ZoneId.systemDefault())))
                .add(1);
        client = store.clients().list().getFirst().id();
        export = new ExportClient(store.unitOfWork(new Membership(store)), store.audit(), Clock.systemDefaultZone());
        bundle = ClientBundle.of(export.by(SOMEBODY, client));
        json = FhirR4.json(bundle);
        bytes = json.getBytes(StandardCharsets.UTF_8);
        validation = new FhirValidation();
        plain = hapi.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(hapi),
                        new CommonCodeSystemsTerminologyService(hapi),
                        new InMemoryTerminologyServerValidationSupport(hapi))));
        System.out.printf(
                Locale.ROOT,
                "%,d bytes, %d resources%n",
                bytes.length,
                bundle.getEntry().size());
    }

    @TearDown
    public void close() {
        store.close();
    }

    @Benchmark
    public String exported() {
        return FhirR4.json(ClientBundle.of(export.by(SOMEBODY, client)));
    }

    @Benchmark
    public String peerWritten() {
        return hapi.newJsonParser().encodeResourceToString(bundle);
    }

    @Benchmark
    public TakenFhir takenIn() {
        return TakeFhir.of(FhirFile.of("bundle.json", bytes));
    }

    @Benchmark
    public Bundle peerParsed() {
        return hapi.newJsonParser().parseResource(Bundle.class, json);
    }

    @Benchmark
    public FhirCheck validated() {
        return validation.check(json);
    }

    @Benchmark
    public ValidationResult peerValidated() {
        return plain.validateWithResult(json);
    }
}
