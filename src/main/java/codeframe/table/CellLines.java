package codeframe.table;

/** The lines within one cell. Many that are all made like rows of the table were probably meant as such. */
record CellLines(String cell, char separator) {
    private static final int MANY = 5;

    int breaks() {
        int breaks = 0;
        for (int i = 0; i < cell.length(); i++) {
            boolean pair = cell.charAt(i) == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
            breaks += (cell.charAt(i) == '\n' || cell.charAt(i) == '\r') && !pair ? 1 : 0;
        }
        return breaks;
    }

    boolean lookLikeRowsOf(int columns) {
        if (columns < 2 || (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0)) {
            return false;
        }
        var lines = cell.lines().toList();
        return lines.size() > MANY
                && lines.subList(1, lines.size() - 1).stream()
                        .allMatch(
                                line -> line.chars().filter(c -> c == separator).count() == columns - 1);
    }
}
