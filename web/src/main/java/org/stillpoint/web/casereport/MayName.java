package org.stillpoint.web.casereport;

import java.util.List;
import java.util.Map;
import org.stillpoint.practice.casereport.NamingPassage;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.Message;

/**
 * A passage that may name somebody, on the page on which it is read.
 *
 * @param where what the field is called in which it stands
 */
public record MayName(Message where, NamingPassage passage) {

    /**
     * Notes a problem unless each passage was shown before and somebody says that they read them all.
     *
     * @return what is shown again: what was said of other passages is not said of these
     */
    static Form read(Form form, List<NamingPassage> naming) {
        List<String> seen = form.all("seen");
        boolean shown = naming.stream().allMatch(one -> seen.contains(one.key()));
        if (!naming.isEmpty() && !(shown && form.chosen("read", "yes"))) {
            form.problems().add("read", CaseReportWords.NOT_READ);
        }
        return shown ? form : form.with(Map.of("read", List.of()));
    }
}
