package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * What the practice as a whole has seen.
 *
 * @param empty whether there is nothing to show yet: nobody had a session, and no forecast was sealed
 * @param sentence the plain sentence
 * @param groups clients by what may be said of them, worse first
 * @param small whether there are so few clients that every figure is shaky
 * @param counted how many clients' diaries allow a figure
 * @param pooled what all say together
 * @param wide forest plot of the clients; empty with fewer than three
 * @param narrow the same for a phone
 * @param heaviest that it shows some of them alone; empty where it shows all
 * @param rows the numbers of the plot
 * @param measured how many of the core domains of trials were measured
 * @param domains these domains, one after another
 * @param plans sessions by year and plan, the latest year first; none where no plan was kept
 */
public record PracticePage(
        boolean empty,
        String sentence,
        List<ChangeGroup> groups,
        boolean small,
        int counted,
        String pooled,
        Optional<Chart> wide,
        Optional<Chart> narrow,
        Optional<Message> heaviest,
        List<Number> rows,
        String responders,
        String ancova,
        List<GroupRow> byKind,
        List<GroupRow> byPlace,
        SkillPart forecasts,
        List<PlanYearRow> plans,
        Message measured,
        List<DomainShown> domains) {

    /**
     * One core domain of trials.
     *
     * @param people in how many of all, in words
     * @param how what is said before the measures; none where they speak for themselves
     * @param by names of measures, which were used or could be
     */
    public record DomainShown(Message domain, Optional<Message> how, List<Message> by, Message people) {}

    /**
     * Sessions of one year by whether their plan was followed.
     *
     * @param sessions how many
     * @param measured of how many a change can be said
     * @param change their mean change; empty where they are too few to read anything from it
     */
    public record PlanYearRow(int year, Message group, int sessions, int measured, Optional<String> change) {}

    /**
     * Clients of whom the same may be said.
     *
     * @param all how many
     * @param counted the same, as it is written
     * @param clients those who are named
     */
    public record ChangeGroup(
            NamedChange change, String title, int all, String counted, List<ClientSentence> clients) {}

    /** One client in a group. */
    public record ClientSentence(ClientHead head, String sentence, boolean stopped, boolean saidWorse) {}

    /**
     * One line of the table behind the forest plot.
     *
     * @param numbers the client's change, as everywhere on the page
     * @param alone the same as it counts among others
     * @param shrunk that, drawn towards that of all
     */
    public record Number(String who, String numbers, String alone, String shrunk) {}

    /**
     * The change of one group of clients, drawn towards that of all.
     *
     * @param name of the group
     * @param clients how many
     * @param own its own mean change
     * @param shrunk the same, drawn towards all groups by how little is known
     * @param small whether there are so few that the figure is shaky
     */
    public record GroupRow(String name, int clients, String own, String shrunk, boolean small) {}
}
