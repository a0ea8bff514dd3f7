package codeframe.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.testing.TestDb;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void tables_of_a_newer_version_are_left_alone() {
        var url = TestDb.emptyUrl();
        try (var database = Database.open(url, 2)) {
            database.jdbi().useHandle(handle -> handle.execute("""
                            insert into flyway_schema_history
                                (installed_rank, version, description, type, script, installed_by, execution_time, success)
                            values (9999, '9001', 'later tables', 'SQL', 'V9001__later_tables.sql', 'x', 1, true)
                            """));
        }
        assertThatThrownBy(() -> Database.open(url, 2).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "A newer version of Codeframe has changed the tables of this database (step 9001,"
                                + " \"later tables\", which this version does not know). Nothing was changed.");
        try (var database = Database.openAsItIs(url, 2)) {
            database.jdbi()
                    .useHandle(handle ->
                            handle.execute("update flyway_schema_history set version = '1.5' where version = '9001'"));
        }
        assertThatThrownBy(() -> Database.open(url, 2).close())
                .as("a step between ours")
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("step 1.5");
    }

    @Test
    void a_user_without_the_right_to_make_tables_is_told_what_to_grant() {
        var url = TestDb.emptyUrl();
        var name = url.replaceAll(".*/(\\w+)\\?.*", "$1");
        TestDb.execute("create role guest login password 'a+b%'");
        var guest = "postgresql://guest:a+b%25@"
                + url.replaceFirst(".*://([^@]*@)?", "").replaceFirst("\\?.*", "");
        assertThatThrownBy(() -> Database.open(guest, 2).close())
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "The user \"guest\" of DATABASE_URL may not make tables in the database \"" + name)
                .hasMessageEndingWith("grant usage, create on schema public to \"guest\";");
        TestDb.execute("alter database " + name + " owner to guest");
        try (var database = Database.open(guest, 2)) {
            int projects = database.jdbi()
                    .withHandle(handle -> handle.select("select count(*) from project")
                            .mapTo(Integer.class)
                            .one());
            assertThat(projects).isZero();
        }
    }

    @Test
    void a_server_that_is_not_there_is_told_in_one_sentence() {
        assertThatThrownBy(() -> Database.open("postgresql://ona:s3cret@localhost:1/cf", 2))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "The PostgreSQL of DATABASE_URL cannot be used: Connection to localhost:1 refused.")
                .message()
                .doesNotContain("s3cret");
    }
}
