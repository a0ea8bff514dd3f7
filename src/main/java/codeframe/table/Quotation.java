package codeframe.table;

import java.io.IOException;

/** Finds where a quoted cell begins and ends, and whether it does end. */
final class Quotation {
    private final LookAheadText text;
    private final char separator;

    Quotation(LookAheadText text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** Where the cell's quotation mark stands, or -1: at its beginning, after spaces, or as Excel's {@code ="0012"}. */
    int opening() throws IOException {
        int at = 0;
        while (text.at(at) == ' ' && separator != ' ') {
            at++;
        }
        at += text.at(at) == '=' && text.at(at + 1) == '"' ? 1 : 0;
        return text.at(at) == '"' ? at : -1;
    }

    /**
     * A mark that a separator or the end of the line follows closes the cell. One that stands like the beginning of
     * another cell tells that this one was never closed. Any other was meant as a character, though not doubled.
     *
     * @return where the closing mark stands, or -1
     */
    int closing(int opening) throws IOException {
        boolean crosses = false;
        int at = opening + 1;
        for (int c = text.at(at); c != LookAheadText.END && at - opening <= CsvRows.LONGEST_CELL; c = text.at(at)) {
            crosses = crosses || c == '\n' || c == '\r';
            if (c == '"' && text.at(at + 1) == '"') {
                at++;
            } else if (c == '"' && endsCell(at + 1)) {
                return at;
            } else if (c == '"' && beginsCell(at, opening, crosses)) {
                return -1;
            }
            at++;
        }
        return -1;
    }

    private boolean endsCell(int at) throws IOException {
        int after = at;
        while (text.at(after) == ' ' && separator != ' ') {
            after++;
        }
        int c = text.at(after);
        return c == separator || c == '\n' || c == '\r' || c == LookAheadText.END;
    }

    private boolean beginsCell(int at, int opening, boolean afterSpaces) throws IOException {
        int before = at - 1;
        while (before > opening && (text.at(before) == '"' || (afterSpaces && text.at(before) == ' '))) {
            before--;
        }
        int c = text.at(before);
        return before == opening || c == separator || c == '\n' || c == '\r';
    }
}
