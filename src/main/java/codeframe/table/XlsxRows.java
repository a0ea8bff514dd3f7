package codeframe.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The rows of a sheet, each cell as the text that it is shown as. */
final class XlsxRows implements Rows {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final String remark;
    private final CellText text = new CellText();
    private boolean hiddenTold;

    /** @param remark what a reader should know about the choice of the sheet; else empty */
    XlsxRows(ReadableWorkbook workbook, Sheet sheet, String remark) throws IOException {
        this.workbook = workbook;
        this.remark = remark;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
    }

    @Override
    public String remark() {
        return remark;
    }

    @Override
    public Optional<RawRow> next() throws Unreadable {
        try {
            while (rows.hasNext()) {
                var row = rows.next();
                var cells = cells(row);
                if (!cells.stream().allMatch(String::isBlank)) {
                    return Optional.of(new RawRow(row.getRowNum(), row.getRowNum(), cells, hidden(row)));
                }
            }
            return Optional.empty();
        } catch (RuntimeException damaged) {
            throw new Unreadable(Workbook.BROKEN);
        }
    }

    private List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(text::of).orElse(""));
        }
        int used = cells.size();
        while (used > 0 && cells.get(used - 1).isEmpty()) {
            used--;
        }
        return cells.subList(0, used);
    }

    private String hidden(Row row) {
        boolean first = row.isHidden() && !hiddenTold;
        hiddenTold = hiddenTold || first;
        return first
                ? "Row " + row.getRowNum()
                        + " is hidden in the sheet, by a filter or by hand; hidden rows were read as well."
                : "";
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
