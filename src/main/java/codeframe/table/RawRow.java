package codeframe.table;

import java.util.List;

/** A row as it is written, before it is held against the column names. */
record RawRow(long number, long line, List<String> cells, String remark) {
    RawRow(long number, long line, List<String> cells) {
        this(number, line, cells, "");
    }
}
