package org.stillpoint.anatomy;

/** What is wrong with a row of an atlas table. */
public sealed interface AtlasProblem {

    /** Name of the table's file. */
    String file();

    /** Line in the file, the header being 1; 0 where the whole file is meant. */
    long row();

    /** The offending value. */
    String value();

    /** What is wrong, for whoever edits the table, without file and row. */
    String inEnglish();

    /** A table is not among those given. */
    record MissingTable(String file) implements AtlasProblem {
        @Override
        public long row() {
            return 0;
        }

        @Override
        public String value() {
            return file;
        }

        @Override
        public String inEnglish() {
            return "the table is missing";
        }
    }

    /** The header lacks a column, or a row has the wrong number of fields. */
    record BadShape(String file, long row, String value, String expected) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "'" + value + "' where " + expected + " was expected";
        }
    }

    /** Not a number, or outside its range. */
    record BadNumber(String file, long row, String column, String value, String allowed) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return column + " is '" + value + "', allowed is " + allowed;
        }
    }

    /** A word that the column does not know. */
    record BadWord(String file, long row, String column, String value, String allowed) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return column + " is '" + value + "', allowed is " + allowed;
        }
    }

    /** An id that is there already. */
    record DuplicateId(String file, long row, String value) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "the id '" + value + "' is used twice";
        }
    }

    /** A name of a segment, line, muscle or source that no table has. */
    record Unknown(String file, long row, String column, String value) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return column + " names '" + value + "', which is unknown";
        }
    }

    /** A right part without its left mirror image, or the other way round, or the two differ. */
    record AsymmetricPair(String file, long row, String value, String difference) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "'" + value + "' is not the mirror image of its pair: " + difference;
        }
    }

    /** A segment that no chain of joints links to the first one. */
    record DisconnectedSkeleton(String file, long row, String value) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "no chain of joints connects '" + value + "' with the rest of the skeleton";
        }
    }

    /** A muscle line that cannot pull anything: fewer than two points, or all on one segment. */
    record LineOnSingleBody(String file, long row, String value) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "the line '" + value + "' does not connect two segments";
        }
    }

    /** A correction that does not find what it corrects. */
    record StaleCorrection(String file, long row, String value, String found) implements AtlasProblem {
        @Override
        public String inEnglish() {
            return "the correction expects '" + value + "' but the table says '" + found + "'";
        }
    }
}
