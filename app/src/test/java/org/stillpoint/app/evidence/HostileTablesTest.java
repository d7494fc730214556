package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;

/** Tables as people really send them: each is answered, or refused with a sentence that says where and why. */
class HostileTablesTest {

    @TempDir
    Path folder = Path.of("");

    /** {@code arguments} name the file as FILE; rows of the table are parted by slashes. */
    private Outcome run(String arguments, String table) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), table.replace('/', '\n') + "\n");
        List<String> words = new ArrayList<>(List.of("evidence"));
        Arrays.stream(arguments.split(" "))
                .map(word -> word.equals("FILE") ? file.toString() : word)
                .forEach(words::add);
        return Program.run(words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diary FILE --start 2 | day,pain/ | holds no entries
            diary FILE --start 2 | day,pain/1,5/2026-01-02,4 | row 3, column day: "2026-01-02" is a date
            diary FILE --start 2 | day,pain/1,5/2,1e30 | row 3, column pain: "1e30" is not between -1000000000 and 1000000000
            diary FILE --start 2 | day,pain/1,5/2,6,7 | row 3: has 3 fields where the header has 2
            diary FILE --start 2 | day,pain/01/02 | row 2: has 1 fields where the header has 2
            diary FILE --start 2 | day,a,b/1,5,6 | name one of its columns with --value
            diary FILE --start x | day,pain/1,5/2,4 | --start: "x" is neither a day number nor a date
            diary FILE --start 2 --reliable-change -3 | day,pain/1,5/2,4 | --reliable-change: "-3.0" is not a number of points from 0 up
            diary FILE --start 2 --range 1:2:3 | day,pain/1,5/2,4 | is not LOW:HIGH
            practice FILE | id,day,value/a,1,5 | --start: is missing
            practice FILE | id,day,value,start/a,1,5,x/a,2,5,2 | row 2, column start: "x" is neither a day number nor a date
            diary FILE --start 3 --person id | id,day,pain/a,1,5/a,1,6 | hold different values
            meta FILE | yi,vi/0.1,0.2 | holds 1 studies; two or more were expected
            meta FILE | yi,vi/0.1,1e-200/0.2,1 | row 2, column vi: "1e-200" is not between
            meta FILE | yi,vi/1e200,1/0.2,1 | row 2, column yi: "1e200" is not between
            meta FILE | yi,ci_low,ci_high/1,2,1/0.2,0,1 | row 2, column ci_high: "1" is not above the low end
            trial FILE | before,after,arm/5,3,1/5,3,1/5,2,1/5,5,0/5,5,0/5,4,0 | column before never differs within an arm
            trial FILE | before,after,arm/5,3,1/6,3,1/5,2,/5,5,0/4,5,0/5,4,0 | row 4, column arm: a value is missing
            trial FILE | before,after/5,3/6,2 | the table has 2 people with both scores
            trial FILE | id,condition,value/a,on,1/a,on,1/a,on,1/a,off,2/a,off,2/a,off,2 | fewer than two persons
            score FILE | mean,sd,outcome/5,0,3 | row 2, column sd: "0" is not above 0
            score FILE | p,y/0.5,NA | holds no forecast whose outcome has come
            score FILE | p,y/1.5,1 | row 2, column p: "1.5" is not between 0 and 1
            """)
    void command_tableThatCannotBeUsed_saysWhereAndWhy(String arguments, String table, String said) throws IOException {
        Outcome outcome = run(arguments, table);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains(said);
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            diary FILE --start 2 | day,pain/1,5/2,4 | too early to tell
            diary FILE --start 1 | day,pain/1,5/2,4/3,4/4,4 | 0 before, 4 after
            diary FILE --start 9 | day,pain/1,5/2,4/3,4/4,4 | there are no entries after the first session yet
            diary FILE --start 6 | day,pain/9,2/1,5/NA,/3,NA/2,5/5,5/6,2/4,5/7,2/8,2/10,3/11,2 | 4 before, 6 after, 2 without a value
            diary FILE --start 3 | day,pain/1,5/1,5/2,5/2,5/2,5/3,5/3,5/3,5/4,5/4,5 | 2 before, 2 after
            diary FILE --start 2 --better high | day;steps/1;10000/1.5;10100/2;12000/3;12100/4;12200 | Steps was
            diary FILE --start 2026-01-03 --json | date,mood/2026-01-03 08:30,3/2026-01-01T09:00,5/2026-01-02,4/2026-01-04,4 | "n" : 4
            meta FILE --json | yi,vi/0.1,0.2/0.1,0.2/0.1,0.2 | "tau2" : 0.0
            meta FILE --json | TE,seTE/0.1,0.2/0.4,0.1 | "predictionInterval" : null
            meta FILE --json | yi,vi/0.1,0.2/NA,0.2/0.3,/0.5,0.1 | "missing" : 2
            trial FILE --json | before,after,arm/0,3,1/1,2,1/2,2,1/0,5,0/4,5,0/5,4,0 | "responders30"
            score FILE --json | mean,sd,outcome/5,1,4/5,1,NA | "open" : 1
            score FILE --json | p,y/0,1/1,0 | "logLoss" : null
            """)
    void command_tableThatIsOnlyOdd_answers(String arguments, String table, String said) throws IOException {
        Outcome outcome = run(arguments, table);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains(said);
    }
}
