package org.stillpoint.app.trace;

import java.util.List;
import java.util.Locale;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.app.cli.TableOptions;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.painmap.Layout;
import org.stillpoint.exchange.painmap.PainMapTable;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a table of pain maps is to be read: the options that commands about maps share. */
public final class MapOptions {

    @Option(
            names = "--layout",
            paramLabel = "table|women|men|sex",
            description =
                    "How the regions are numbered: CHOIR numbers the front arm and abdomen (112 to 117) differently for men. table: by a column of sexes where there is one, else as the published figure, the women's; women, men: every row so; sex: by the column of sexes.")
    private String layout = "table";

    @Mixin
    private TableOptions written = new TableOptions();

    /** How the table is written, as far as it was told. */
    public HowToRead how() {
        return written.how();
    }

    /**
     * The maps of a table; throws what is wrong with it.
     *
     * @param opened as {@link #how} tells
     */
    public PainMapTable read(Table opened, Atlas atlas) {
        return PainMapTable.read(opened, atlas, List.of(), layout());
    }

    private Layout layout() {
        return switch (layout.toLowerCase(Locale.ROOT)) {
            case "table" -> Layout.BY_THE_TABLE;
            case "women", "woman", "female", "f", "published" -> Layout.WOMEN;
            case "men", "man", "male", "m" -> Layout.MEN;
            case "sex", "by-sex", "gender" -> Layout.SEX;
            default -> throw new BadInput(Problem.ofValue("--layout", layout, "is not one of table, women, men, sex"));
        };
    }
}
