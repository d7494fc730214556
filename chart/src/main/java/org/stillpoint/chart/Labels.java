package org.stillpoint.chart;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and days are written beside an axis. */
public interface Labels {

    /** With exactly so many decimals. */
    String number(double value, int decimals);

    /** A day without its year. */
    String day(LocalDate day);

    /** A month with its year. */
    String month(LocalDate day);

    String year(LocalDate day);

    /** A share of one as a percentage, whole. */
    String percent(double share);

    /** As people of a language write them; English has the day before the month, as everywhere here. */
    static Labels of(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        DateTimeFormatter day = english
                ? DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH)
                : DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        DateTimeFormatter month = english
                ? DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH)
                : DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale);
        return new Labels() {
            @Override
            public String number(double value, int decimals) {
                NumberFormat format = NumberFormat.getNumberInstance(locale);
                format.setGroupingUsed(false);
                format.setMinimumFractionDigits(decimals);
                format.setMaximumFractionDigits(decimals);
                double shown = Math.abs(value) < Math.pow(10, -decimals) / 2 ? 0 : value; // no minus before a zero
                return format.format(shown).replace('-', '−');
            }

            @Override
            public String percent(double share) {
                return NumberFormat.getPercentInstance(locale).format(share).replace('-', '−');
            }

            @Override
            public String day(LocalDate at) {
                return at.format(day);
            }

            @Override
            public String month(LocalDate at) {
                return at.format(month);
            }

            @Override
            public String year(LocalDate at) {
                return String.valueOf(at.getYear());
            }
        };
    }
}
