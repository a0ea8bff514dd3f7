package codeframe.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/**
 * Doubles of columns in single precision. The driver reads 0.6 as 0.6 the first few times, while the server sends it as
 * text, and as 0.6000000238 from then on, when it comes in binary; the same row would give two figures.
 */
final class DoubleColumns {
    private DoubleColumns() {}

    static void register(Jdbi jdbi) {
        jdbi.registerColumnMapper(Double.class, (row, column, ctx) -> read(row, column));
        jdbi.registerColumnMapper(double.class, (row, column, ctx) -> {
            var value = read(row, column);
            return value == null ? 0.0 : value;
        });
    }

    private static Double read(ResultSet row, int column) throws SQLException {
        if (row.getObject(column) instanceof Float value) {
            return Double.valueOf(value.toString());
        }
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
