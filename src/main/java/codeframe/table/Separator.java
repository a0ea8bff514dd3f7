package codeframe.table;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * What stands between the cells: what a first line {@code sep=;} says, else the sign that cuts the first rows as it cuts
 * the column names.
 *
 * @param declared whether the first line says it, and is no row
 */
record Separator(char sign, boolean declared) {
    private static final Pattern DECLARED = Pattern.compile("(?i)\"?sep=(.)\"?[;,\\t|]*(\\R[\\s\\S]*)?");
    private static final String KNOWN = ",;\t|";
    private static final int BEGINNING = 1 << 17;
    private static final int ROWS = 20;

    static Separator of(Reader table) throws IOException {
        try (table) {
            var beginning = new char[BEGINNING];
            int length = 0;
            for (int read = 0; read >= 0 && length < BEGINNING; length += Math.max(0, read)) {
                read = table.read(beginning, length, BEGINNING - length);
            }
            return of(new String(beginning, 0, length));
        }
    }

    private static Separator of(String beginning) throws IOException {
        var declared = DECLARED.matcher(beginning);
        if (declared.matches()) {
            return new Separator(declared.group(1).charAt(0), true);
        }
        char best = ',';
        double most = -1;
        for (char sign : KNOWN.toCharArray()) {
            double score = score(beginning, sign);
            if (score > most) {
                best = sign;
                most = score;
            }
        }
        return new Separator(best, false);
    }

    /** The share of rows as wide as the first, which goes before that width; nothing where it cuts nothing. */
    private static double score(String beginning, char sign) throws IOException {
        var widths = new ArrayList<Integer>();
        try (var rows = new CsvRows(new StringReader(beginning), sign)) {
            for (var row = rows.next(); row.isPresent() && widths.size() < ROWS; row = rows.next()) {
                widths.add(row.get().cells().size());
            }
        } catch (Unreadable cutTooOften) {
            return -1;
        }
        if (widths.isEmpty() || widths.get(0) < 2) {
            return -1;
        }
        int first = widths.get(0);
        double alike = widths.stream().filter(width -> width == first).count();
        return Math.round(10 * alike / widths.size()) * 100.0 + first;
    }
}
