package org.stillpoint.exchange.painmap;

/**
 * How the regions of pain maps are numbered. CHOIR numbers the front arm and abdomen of men differently from those of women (CHOIRBM,
 * {@code convert_bodymaps.Rmd}); the published figure, and this atlas, use the women's numbers.
 */
public enum Layout {
    /** By a column of sexes where there is one, else the published figure; a table that is known to be recoded is left as it is. */
    BY_THE_TABLE,
    /** Every row as in the published figure: women, or men whose rows were recoded. */
    WOMEN,
    /** Every row in the men's numbers. */
    MEN,
    /** By the column of sexes, which there must be. */
    SEX
}
