package codeframe.image.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * How often the program has ended while it decoded a file. One that was there twice is decoded alone, so that it is known
 * of which file the program dies; after the third time the file is given up.
 */
final class Tries {
    static final String GIVEN_UP = "The program ended three times while it worked on this image.";
    private static final int MOST = 3;

    private final Jdbi jdbi;
    private final Map<Place, Integer> before = new HashMap<>();

    public record Try(long part, long position, int times) {}

    private record Place(long part, long position) {}

    Tries(Jdbi jdbi, long importId) {
        this.jdbi = jdbi;
        jdbi.useHandle(handle -> handle.createQuery("""
                        select t.part_id as part, t.position, t.times
                        from import_try t join import_part p on p.id = t.part_id
                        where p.import_id = :import
                        """)
                .bind("import", importId)
                .mapTo(Try.class)
                .forEach(one -> before.put(new Place(one.part(), one.position()), one.times())));
    }

    boolean isGivenUp(Entry entry) {
        return times(entry) >= MOST;
    }

    boolean isSuspect(Entry entry) {
        return times(entry) == MOST - 1;
    }

    private int times(Entry entry) {
        return before.getOrDefault(new Place(entry.part(), entry.position()), 0);
    }

    void begin(List<Entry> entries) {
        change(entries, """
                insert into import_try (part_id, position)
                select part, position from unnest(:parts, :positions) as begun (part, position)
                on conflict (part_id, position) do update set times = import_try.times + 1
                """);
    }

    /** However it went: the program is still there. */
    void end(List<Entry> entries) {
        change(entries, """
                delete from import_try
                using unnest(:parts, :positions) as ended (part, position)
                where import_try.part_id = ended.part and import_try.position = ended.position
                """);
    }

    private void change(List<Entry> entries, String sql) {
        jdbi.useHandle(handle -> handle.createUpdate(sql)
                .bind("parts", entries.stream().map(Entry::part).toArray(Long[]::new))
                .bind("positions", entries.stream().map(Entry::position).toArray(Long[]::new))
                .execute());
    }
}
