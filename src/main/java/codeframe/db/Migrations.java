package codeframe.db;

import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Jdbi;

/** Brings a database to the tables that this version of the program works with. */
final class Migrations {
    private Migrations() {}

    /**
     * Several nodes that start together migrate once, because Flyway takes a lock.
     *
     * @throws StartRefused when the tables are a newer version's, or may not be made
     */
    static void run(DataSource database) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:migrations")
                // Each feature numbers its own block: a new table of an early block comes after those of a later one.
                .outOfOrder(true)
                .load();
        var info = flyway.info();
        Arrays.stream(info.all())
                .filter(Migrations::isUnknown)
                .max(Comparator.comparing(MigrationInfo::getInstalledRank))
                .ifPresent(newest -> {
                    throw newer(newest);
                });
        if (info.pending().length > 0) {
            checkRights(Jdbi.create(database));
        }
        flyway.migrate();
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.MISSING_SUCCESS;
    }

    private static StartRefused newer(MigrationInfo newest) {
        return new StartRefused("A newer version of Codeframe has changed the tables of this database (step "
                + newest.getVersion() + ", \"" + newest.getDescription()
                + "\", which this version does not know). Nothing was changed. Start that version or a later one on this"
                + " node, or restore a backup made before the upgrade.");
    }

    /** From PostgreSQL 15 on only the owner of a database may make tables in it. */
    private static void checkRights(Jdbi jdbi) {
        boolean may = jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(has_schema_privilege(current_schema(), 'create'), false)")
                        .mapTo(Boolean.class)
                        .one());
        if (!may) {
            throw jdbi.withHandle(handle -> handle.createQuery("select current_user, current_database() as database")
                    .map((row, ctx) -> refused(row.getString("current_user"), row.getString("database")))
                    .one());
        }
    }

    private static StartRefused refused(String user, String database) {
        return new StartRefused("The user \"" + user + "\" of DATABASE_URL may not make tables in the database \""
                + database + "\". Nothing was changed. Let whoever administers PostgreSQL run: alter database \""
                + database
                + "\" owner to \"" + user
                + "\"; or, connected to that database: grant usage, create on schema public to \""
                + user + "\";");
    }
}
