package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.AreasSigned;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentEntry.ConsentWithdrawn;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;

/** What every store of consents does. */
public interface ConsentsContract extends Practice {
    ConsentDocument READ = new ConsentDocument(
            new Version(3),
            List.of(
                    new ConsentPart(ConsentBlock.YOUR_CHOICE, "Your choice", "You can stop.\n\nAt any time."),
                    new ConsentPart(ConsentBlock.SENSITIVE_AREAS, "Sensitive areas", "Each is signed."),
                    new ConsentPart(ConsentBlock.RESEARCH_USE, "Research", "Never a condition.")));

    private ConsentGiven given(Client client) {
        return new ConsentGiven(
                Id.random(),
                client.id(),
                now(),
                READ,
                Map.of(ConsentBlock.RESEARCH_USE, false),
                Set.of(SensitiveArea.CHEST_WALL, SensitiveArea.GLUTEAL),
                ConsentTerm.SIX_MONTHS,
                new Signer.Guardian(new PrivateText("Bea Example"), new PrivateText("mother")),
                new Signature.ByHand(List.of(
                        new InkStroke(List.of(new InkPoint(0, 0), new InkPoint(1000, 300))),
                        new InkStroke(List.of(new InkPoint(7, 8))))));
    }

    @Test
    default void consents_added_areKeptWordForWord_inTheOrderInWhichTheyWereSaid() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        ConsentGiven given = given(ann);
        records().consents().add(given);
        records().consents().add(given);
        clock().pass(Duration.ofSeconds(1));
        AreasSigned areas = new AreasSigned(
                Id.random(),
                ann.id(),
                now(),
                READ,
                Set.of(SensitiveArea.INSIDE_THE_MOUTH),
                new Signer.Oneself(),
                new Signature.ByName(new PrivateText("Ann Example")));
        records().consents().add(areas);
        clock().pass(Duration.ofSeconds(1));
        ConsentWithdrawn withdrawn = new ConsentWithdrawn(Id.random(), ann.id(), now());
        records().consents().add(withdrawn);

        assertThat(records().consents().list(ann.id()).entries()).containsExactly(given, areas, withdrawn);
        assertThat(records().consents().list(bea.id()).entries()).isEmpty();
        reopen();
        assertThat(records().consents().list(ann.id()).entries()).containsExactly(given, areas, withdrawn);
        ConsentEntry found = records().consents().find(ann.id(), given.id()).orElseThrow();
        assertThat(((ConsentGiven) found).document().hash()).isEqualTo(READ.hash());
        assertThat(records().consents().find(bea.id(), given.id())).isEmpty();
    }

    @Test
    default void withdrawal_inTheInstantOfASignature_hasTheLastWord() {
        for (int i = 0; i < 8; i++) { // ids are made at random, and must not decide it
            Client one = addClient("Withdraws at once " + i);
            records().consents().add(given(one));
            records().consents().add(new ConsentWithdrawn(Id.random(), one.id(), now()));
            assertThat(records().consents().list(one.id()).isWithdrawn()).isTrue();
        }
    }

    @Test
    default void consent_ofAnotherKindUnderItsId_orOfNobody_isRefused() {
        Client ann = addClient("Ann");
        ConsentGiven given = given(ann);
        records().consents().add(given);
        assertThatThrownBy(() -> records().consents().add(new ConsentWithdrawn(given.id(), ann.id(), now())))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().consents().add(new ConsentWithdrawn(Id.random(), Id.random(), now())))
                .isInstanceOf(NoSuchRecord.class);
        records().clients().erase(ann.id());
        assertThatThrownBy(() -> records().consents().add(given)).isInstanceOf(NoSuchRecord.class);
    }
}
