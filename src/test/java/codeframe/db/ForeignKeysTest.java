package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestDb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without an index, deleting what is referred to reads the whole table that refers to it, once a row. */
class ForeignKeysTest {
    private static final String KEYS = """
            select count(*) from pg_constraint
            where contype = 'f' and connamespace = to_regnamespace('public')
            """;

    /**
     * A partial index counts where it leaves out only rows that refer to nothing; and one that begins with the single
     * column by which the other table's row is known already counts for a key of several.
     */
    private static final String WITHOUT_INDEX = """
            with key as (
                select conrelid as child, confrelid as parent, conname as name, conkey as columns, confkey as known
                from pg_constraint where contype = 'f' and connamespace = to_regnamespace('public')),
            entry as (
                select indrelid as child, cast(indkey as int2[]) as columns, indnatts as length, indisunique as single,
                       pg_get_expr(indpred, indrelid) as only
                from pg_index where indisvalid)
            select cast(k.child as regclass) || '.' || k.name
            from key k
            where not exists (
                select from entry e
                where e.child = k.child
                  and trim_array(e.columns, greatest(0, e.length - cardinality(k.columns))) @> k.columns
                  and (e.only is null or cardinality(k.columns) = 1 and e.only = (
                       select '(' || attname || ' IS NOT NULL)' from pg_attribute
                       where attrelid = k.child and attnum = k.columns[1])))
              and not exists (
                select from unnest(k.columns, k.known) as pair(mine, theirs)
                join entry e on e.child = k.child and e.columns[0] = pair.mine and e.only is null
                join entry u on u.child = k.parent and u.single and u.length = 1 and u.columns[0] = pair.theirs)
            order by 1
            """;

    @Test
    void every_foreign_key_has_an_index_that_begins_with_its_columns() {
        try (var database = TestDb.fresh()) {
            assertThat(withoutIndex(database)).isEmpty();
            assertThat(number(database)).isGreaterThan(100);
        }
    }

    @Test
    void a_key_without_an_index_is_found_and_so_is_one_whose_columns_come_last_or_partly() {
        try (var database = TestDb.fresh()) {
            database.jdbi().useHandle(handle -> handle.createScript("""
                    create table shelf (room int, number int, primary key (room, number));
                    create table book (id int primary key, room int, number int, other int references book,
                        constraint stands foreign key (room, number) references shelf);
                    create index on book (id, other);
                    create index on book (room) where number > 3;
                    """).execute());
            assertThat(withoutIndex(database)).containsExactly("book.book_other_fkey", "book.stands");
            database.jdbi().useHandle(handle -> handle.createScript("""
                    create index on book (other) where other is not null;
                    create index on book (number, room, id);
                    """).execute());
            assertThat(withoutIndex(database)).isEmpty();
        }
    }

    private static List<String> withoutIndex(Database database) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery(WITHOUT_INDEX).mapTo(String.class).list());
    }

    private static long number(Database database) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(KEYS).mapTo(Long.class).one());
    }
}
