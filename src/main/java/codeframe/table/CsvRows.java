package codeframe.table;

import codeframe.web.NumberText;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a text whose cells are separated by a character (RFC 4180). A quotation mark that is not closed does not
 * swallow what follows: its cell is taken as it is written, up to the end of its line.
 */
final class CsvRows implements Rows {
    /** Longer than any caption; Excel keeps 32,767 characters. */
    static final int LONGEST_CELL = 1 << 22;

    private final LookAheadText text;
    private final char separator;
    private final Quotation quotation;
    private final List<String> remarks = new ArrayList<>();
    private long line = 1;
    private long number;
    private int width;

    CsvRows(Reader reader, char separator) {
        this.text = new LookAheadText(reader);
        this.separator = separator;
        this.quotation = new Quotation(text, separator);
    }

    /** Leaves the line {@code sep=;} out, which is written for Excel and which Excel does not count. */
    void skipLine() throws IOException {
        while (!endsLine(text.at(0))) {
            text.take(1);
        }
        takeLineEnd();
    }

    @Override
    public Optional<RawRow> next() throws IOException, Unreadable {
        while (text.at(0) == '\n' || text.at(0) == '\r') {
            takeLineEnd();
            number++;
        }
        if (text.at(0) == LookAheadText.END) {
            return Optional.empty();
        }
        remarks.clear();
        long start = line;
        var cells = cells();
        width = Math.max(width, cells.size());
        return Optional.of(new RawRow(++number, start, cells, String.join(" ", remarks)));
    }

    private List<String> cells() throws IOException, Unreadable {
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (text.at(0) == separator) {
            text.take(1);
            if (cells.size() == MOST_COLUMNS) {
                throw new Unreadable("Line " + line + " has more than " + NumberText.count(MOST_COLUMNS)
                        + " cells; no table has so many.");
            }
            cells.add(cell());
        }
        takeLineEnd();
        return cells;
    }

    private String cell() throws IOException, Unreadable {
        int opening = quotation.opening();
        if (opening < 0) {
            return plain();
        }
        int closing = quotation.closing(opening);
        return closing < 0 ? unclosed(opening) : quoted(opening, closing);
    }

    private String unclosed(int opening) throws IOException, Unreadable {
        String cell = plain();
        boolean another = cell.indexOf('"', opening + 1) >= 0;
        remarks.add((another
                        ? "A quotation mark in line %d stands where none is expected; the cell was taken as it is written."
                        : "A quotation mark opens in line %d and is not closed; its cell was taken to end in that line.")
                .formatted(line));
        return another ? cell : cell.substring(opening + 1);
    }

    private String quoted(int opening, int closing) throws IOException {
        String cell = text.text(opening + 1, closing).replace("\"\"", "\"");
        text.take(closing + 1);
        while (text.at(0) == ' ' && separator != ' ') {
            text.take(1);
        }
        var lines = new CellLines(cell, separator);
        if (lines.lookLikeRowsOf(width)) {
            remarks.add(("A cell goes on from line %d to line %d, and what is in it looks like rows of the table: a"
                            + " quotation mark may be missing in one of these lines.")
                    .formatted(line, line + lines.breaks()));
        }
        line += lines.breaks();
        return cell;
    }

    private String plain() throws IOException, Unreadable {
        int length = 0;
        for (int c = text.at(0); c != separator && !endsLine(c); c = text.at(++length)) {
            if (length > LONGEST_CELL) {
                throw new Unreadable(
                        "Line %d has a cell of more than 4 million characters; that is no table.".formatted(line));
            }
        }
        String cell = text.text(0, length);
        text.take(length);
        return cell;
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\r' || c == LookAheadText.END;
    }

    private void takeLineEnd() throws IOException {
        if (text.at(0) != LookAheadText.END) {
            text.take(text.at(0) == '\r' && text.at(1) == '\n' ? 2 : 1);
            line++;
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
