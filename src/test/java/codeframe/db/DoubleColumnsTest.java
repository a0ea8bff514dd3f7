package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestDb;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DoubleColumnsTest {
    public record Row(Double confidence, double overlap, Double none, double exact) {}

    /** After the fifth time the driver prepares a statement on the server and gets its rows in binary. */
    @Test
    void a_number_of_single_precision_is_the_same_however_often_it_was_read() {
        var rows = new ArrayList<Row>();
        try (var database = TestDb.fresh()) {
            database.jdbi().useHandle(handle -> {
                for (int time = 0; time < 20; time++) {
                    rows.add(handle.createQuery("""
                                select 0.6::real as confidence, 0.3::real as overlap, null::real as none,
                                       0.1::double precision as exact
                                """).mapTo(Row.class).one());
                }
            });
        }
        assertThat(rows).containsOnly(new Row(0.6, 0.3, null, 0.1));
    }
}
