package codeframe.image.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The column names of a table. Leading columns without a name are the row numbers that pandas writes when a table is
 * saved again and again ({@code Unnamed: 0}, {@code Unnamed: 0.1}); they are left out.
 */
record Header(List<String> names, int unnamed) {
    private static final Pattern UNNAMED = Pattern.compile("Unnamed: \\d+(\\.\\d+)*|");

    static Header of(List<String> cells) {
        int unnamed = 0;
        while (unnamed < cells.size() - 1
                && UNNAMED.matcher(cells.get(unnamed).strip()).matches()) {
            unnamed++;
        }
        return new Header(distinct(cells.subList(unnamed, cells.size())), unnamed);
    }

    private static List<String> distinct(List<String> cells) {
        Set<String> taken = new HashSet<>();
        var names = new ArrayList<String>();
        for (String cell : cells) {
            String text = withoutZeros(cell).strip();
            String plain = text.isEmpty() ? "column " + (names.size() + 1) : text;
            String name = plain;
            for (int copy = 2; !taken.add(name); copy++) {
                name = "%s (%d)".formatted(plain, copy);
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    /** PostgreSQL keeps no zero characters in text; they carry no meaning in one either. */
    private static String withoutZeros(String cell) {
        return cell.replace("\0", "");
    }

    CsvRow row(CsvRecord csv) {
        var all = csv.getFields();
        var cells = new ArrayList<>(all.subList(Math.min(unnamed, all.size()), all.size()));
        cells.replaceAll(Header::withoutZeros);
        boolean isShort = cells.size() < names.size();
        while (cells.size() < names.size()) {
            cells.add("");
        }
        while (cells.size() > names.size() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        var fit = isShort ? CsvRow.Fit.SHORT : cells.size() > names.size() ? CsvRow.Fit.LONG : CsvRow.Fit.WHOLE;
        return new CsvRow(csv.getStartingLineNumber(), List.copyOf(cells), fit);
    }
}
