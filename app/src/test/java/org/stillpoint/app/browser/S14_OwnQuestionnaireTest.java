package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A questionnaire that the practice may use comes in from a file, is answered on a phone, and read by whoever treats them. It is made up. */
@ExtendWith(PracticeExtension.class)
class S14_OwnQuestionnaireTest {
    private static final String TITLE = GardenForm.TITLE;
    private static final String PAGE = GardenForm.PAGE;
    private static final String GARDEN = GardenForm.FILE;

    private final RunningPractice practice;

    S14_OwnQuestionnaireTest(RunningPractice practice) {
        this.practice = practice;
    }

    @BeforeAll
    static void importOnce(Wire owner) {
        GardenForm.imports(owner.signIn(), GARDEN);
    }

    private static String added(Wire owner, String name) {
        Document added = owner.signIn().send(owner.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return URI.create(added.location()).getPath();
    }

    private static Document says(Wire who, Document page, String answer) {
        return who.send(page.expectFirst(named("question")), Map.of("answer", answer));
    }

    private static Document types(Wire who, Document page, String typed) {
        return who.send(page.expectFirst(named("question")), Map.of("typed", typed, "answer", "typed"));
    }

    private static String asked(Document page) {
        return page.expectFirst(named("asked")).text();
    }

    @Test
    void file_isShownBeforeItIsTaken_onceSomebodySaysThatThePracticeMayUseIt(Wire owner) {
        owner.signIn();
        Connection.Response refused = GardenForm.reads(
                owner, GARDEN.replace("\"decimal\"", "\"quantity\"").replace("scenario-garden", "refused"));
        assertThat(refused.statusCode()).isEqualTo(400);
        Document wrong = Wire.parsed(refused);
        assertThat(wrong.expectFirst(named("wrong")).text())
                .contains("garden.json, hours: is of the type quantity, which is not taken");
        assertThat(wrong.select(named("look"))).isEmpty();

        Document look = Wire.parsed(GardenForm.reads(
                owner, GARDEN.replace("scenario-garden", "second").replace(TITLE, "Second")));
        assertThat(look.select(named("look"))).hasSize(1);
        assertThat(look.expectFirst(named("sum")).text()).startsWith("The sum of what its answers count");
        assertThat(look.expectFirst(named("copyright")).text())
                .isEqualTo("Made up. The gardeners of Nowhere may use it.");
        assertThat(look.select(named("asks") + " li")).hasSize(6);
        Element keep = look.expectFirst(named("keep"));
        Connection.Response unsaid = owner.post(keep, Map.of("do", "keep"));
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(Wire.parsed(unsaid).expectFirst("#mayUse-problem").hasAttr("hidden"))
                .isFalse();
        int before = owner.page(PAGE).select(named("imported") + " li").size();

        Document kept = owner.send(keep, Map.of("do", "keep", "mayUse", "yes"));

        assertThat(kept.select(named("said"))).hasSize(1);
        assertThat(kept.select(named("imported") + " li")).hasSize(before + 1);
        Document stopped = owner.send(kept.expectFirst(named("offer")), Map.of());
        assertThat(stopped.expectFirst(named("imported") + " li").text()).contains("no longer offered");
    }

    @Test
    void garden_byLink_isAnsweredItemByItem_andReadByWhoeverTreatsThem_withItsSum(Wire owner) {
        String client = added(owner, "Gita Garden");
        GardenForm.asks(owner, client, TITLE);
        Document made = owner.send(owner.page(client + "/measures").expectFirst(named("make-link")), Map.of());
        String link = made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
        Wire phone = new Wire(practice.address());
        phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());

        Document dig = phone.page(link);
        assertThat(dig.expectFirst(named("above")).text()).isEqualTo("Think of the last month.");
        assertThat(asked(dig)).isEqualTo("How often did you dig?");
        Document hours = says(phone, dig, "2");
        Connection.Response wrong =
                phone.post(hours.expectFirst(named("question")), Map.of("typed", "25", "answer", "typed"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        Document again = Wire.parsed(wrong);
        assertThat(again.expectFirst("#typed-problem").text()).contains("from 0 to 24");
        assertThat(again.expectFirst("#typed").val()).isEqualTo("25");
        Document dog = types(phone, hours, "1,5");
        assertThat(asked(phone.page(link))).as("it goes on where it was").isEqualTo("Is there a dog?");
        Document where = says(phone, dog, "no");
        assertThat(asked(where)).isEqualTo("Where is the garden?");
        Document back = phone.page(where.expectFirst(named("back")).attr("href"));
        Document name = says(phone, back, "yes");
        assertThat(asked(name)).isEqualTo("What is it called?");
        assertThat(phone.post(name.expectFirst(named("question")), Map.of("typed", "Wal", "then", "save"))
                        .statusCode())
                .as("words are saved while they are typed")
                .isEqualTo(204);
        assertThat(phone.page(link).location()).endsWith("/5");
        Document since = phone.send(
                types(phone, name, "Waldi").expectFirst(named("own-words")),
                Map.of("typed", "on the <roof>", "answer", "typed"));
        Document answers = types(phone, since, "2019-03-31");
        assertThat(answers.expectFirst(named("ending")).text()).isEqualTo("That was all.");
        assertThat(answers.expectFirst(named("answers")).text())
                .contains("always", "1.5", "Yes", "Waldi", "on the <roof>", "2019");
        assertThat(answers.text()).contains("The gardeners of Nowhere may use it.");
        phone.send(answers.expectFirst(named("hand-in")), Map.of());

        assertThat(phone.get(link).statusCode()).as("it is used up").isEqualTo(404);
        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .contains("Time in the garden", "sum 4", "Waldi", "on the <roof>");
        assertThat(owner.page(client + "/questionnaires").select(named("kept"))).isEmpty();
        assertThat(owner.page(client + "/open-matters").select(named("nothing-open")))
                .hasSize(1);
    }

    @Test
    void requiredItem_mayBeLeftOut_andTheReaderIsToldSo(Wire owner) {
        String client = added(owner, "Lea Leaves");
        Document dig = owner.page(GardenForm.asks(owner, client, TITLE));
        Document hours = says(owner, dig, "skip");
        assertThat(hours.select(named("required"))).hasSize(1);
        Document dog = says(owner, hours, "skip");
        Document name = says(owner, dog, "yes");
        Document where = says(owner, name, "skip");
        Document since = says(owner, where, "skip");
        Document answers = says(owner, since, "skip");
        assertThat(answers.select(named("required-missing"))).hasSize(1);

        owner.send(answers.expectFirst(named("hand-in")), Map.of());

        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .contains("1 of 6 answered")
                .doesNotContain("sum");
    }

    @Test
    void questionThatTakesSeveral_isAnsweredByTicks_andAllOfThemAreRead(Wire owner) {
        GardenForm.imports(owner.signIn(), GardenForm.TOOLS);
        String client = added(owner, "Tilda Tools");
        Document tools = owner.page(GardenForm.asks(owner, client, GardenForm.TOOLS_TITLE));
        assertThat(tools.select(named("ticks") + " input[type=checkbox]")).hasSize(3);
        Element form = tools.expectFirst(named("question"));
        Connection.Response unsaid = owner.post(form, Map.of("answer", "typed"));
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(Wire.parsed(unsaid).expectFirst("#several-problem").hasAttr("hidden"))
                .isFalse();

        tools.select(named("ticks") + " input[value=1], " + named("ticks") + " input[value=3]")
                .forEach(box -> box.attr("checked", true));
        Document often = owner.send(form, Map.of("answer", "typed", "typed", "a <bucket>"));
        assertThat(asked(often)).as("a hose is among them").isEqualTo("How long is the hose?");
        Document back = owner.page(often.expectFirst(named("back")).attr("href"));
        assertThat(back.select(named("ticks") + " input[checked]").eachAttr("value"))
                .containsExactly("1", "3");
        assertThat(back.expectFirst("#typed").val()).isEqualTo("a <bucket>");
        Document answers = types(owner, often, "20");
        assertThat(answers.expectFirst(named("answers")).text()).contains("a spade; a hose; a <bucket>");
        owner.send(answers.expectFirst(named("hand-in")), Map.of());

        assertThat(owner.page(client + "/measures").select(named("handed-in")).text())
                .contains("a spade; a hose; a <bucket>");
    }

    @Test
    void anotherEdition_isAskedFromThenOn_andWhatIsBegunGoesOnInItsOwn(Wire owner) {
        String client = added(owner, "Edda Edition");
        String first = GARDEN.replace("scenario-garden", "editions").replace(TITLE, "Raking");
        GardenForm.imports(owner, first);
        String begun = GardenForm.asks(owner, client, "Raking");
        says(owner, owner.page(begun), "1");

        GardenForm.imports(
                owner,
                first.replace("\"version\": \"1\"", "\"version\": \"2\"").replace("did you dig?", "did you rake?"));

        assertThat(asked(owner.page(begun))).isEqualTo("How often did you dig?");
        String other = added(owner, "Nora Newer");
        assertThat(asked(owner.page(GardenForm.asks(owner, other, "Raking")))).isEqualTo("How often did you rake?");
        assertThat(owner.page(PAGE).select(named("imported") + " li:contains(Raking):contains(no longer offered)"))
                .hasSize(1);
    }

    @Test
    void clientOfAnotherLanguage_isNotAskedInIt(Wire owner) {
        String client = added(owner, "Gerda Garten");
        owner.send(
                owner.page(client + "/about/contact").expectFirst("main form[method=post]"),
                Map.of("language", "Deutsch"));

        assertThat(owner.page(client + "/measures").text()).contains("PHQ-9").doesNotContain(TITLE);
    }
}
