package codeframe.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The column names of a table. Leading columns without a name are the row numbers that pandas writes when a table is
 * saved again and again ({@code Unnamed: 0}, {@code Unnamed: 0.1}); they are left out.
 *
 * @param names all different and none empty
 * @param written the same as they stand in the table
 */
record Header(List<String> names, List<String> written, int unnamed) {
    private static final Pattern UNNAMED = Pattern.compile("Unnamed: \\d+(\\.\\d+)*|");
    private static final Pattern AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

    static Header of(List<String> cells) {
        int unnamed = 0;
        while (unnamed < cells.size() - 1
                && UNNAMED.matcher(cells.get(unnamed).strip()).matches()) {
            unnamed++;
        }
        var written = cells.subList(unnamed, cells.size()).stream()
                .map(cell -> content(cell).strip())
                .toList();
        return new Header(distinct(written), written, unnamed);
    }

    /** For a table whose first row is one like the others. */
    static Header numbered(int columns) {
        var names =
                IntStream.rangeClosed(1, columns).mapToObj(n -> "column " + n).toList();
        return new Header(names, names, 0);
    }

    private static List<String> distinct(List<String> cells) {
        Set<String> taken = new HashSet<>();
        var names = new ArrayList<String>();
        for (String text : cells) {
            String plain = text.isEmpty() ? "column " + (names.size() + 1) : text;
            String name = plain;
            for (int copy = 2; !taken.add(name); copy++) {
                name = "%s (%d)".formatted(plain, copy);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** PostgreSQL keeps no zero characters in text; {@code ="0012"} is how a text is written for Excel. */
    private static String content(String cell) {
        String text = cell.indexOf('\0') < 0 ? cell : cell.replace("\0", "");
        var written = AS_TEXT.matcher(text);
        return text.startsWith("=\"") && written.matches() ? written.group(1) : text;
    }

    Row row(RawRow raw) {
        var all = raw.cells();
        var cells = new ArrayList<>(all.subList(Math.min(unnamed, all.size()), all.size()));
        cells.replaceAll(Header::content);
        int written = cells.size();
        while (cells.size() < names.size()) {
            cells.add("");
        }
        while (cells.size() > names.size() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        var fit = written < names.size() ? Row.Fit.SHORT : cells.size() > names.size() ? Row.Fit.LONG : Row.Fit.WHOLE;
        return new Row(raw.number(), raw.line(), List.copyOf(cells), written, fit, raw.remark());
    }
}
