package codeframe.db;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.util.PasswordUtil;

/**
 * The role that the program connects as: it owns its database and nothing else. It is set up before the server listens,
 * by PostgreSQL without a network, and again at every start: a change-over that was cut off is taken up there.
 */
record ProgramRole(String password) {
    static final String NAME = "codeframe";
    /** Where all data have been from the first version on. */
    static final String DATABASE = "postgres";

    /** Nobody else comes in, the superuser with or without a password included. */
    private static final String WHO_MAY_CONNECT = """
            # Written by Codeframe at every start.
            local  postgres  codeframe                scram-sha-256
            host   postgres  codeframe  127.0.0.1/32  scram-sha-256
            host   postgres  codeframe  ::1/128       scram-sha-256
            """;

    private static final String ROLE = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'codeframe') then
                    create role codeframe;
                end if;
            end $$;

            """;

    /** Not the password itself: a statement that fails is written into the log. */
    private static final String RIGHTS = """
            alter role codeframe login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s';

            alter database postgres owner to codeframe;

            """;

    /** Tables and the like that the superuser owns, from the time when the program connected as one. */
    private static final String BELONGINGS = """
            do $$
            declare
                thing text;
                mine oid := (select oid from pg_roles where rolname = 'codeframe');
            begin
                for thing in
                    with place as (
                        select oid, nspname, nspowner from pg_namespace
                        where nspname !~ '^pg_' and nspname <> 'information_schema'),
                    part as (
                        select classid, objid from pg_depend where deptype in ('a', 'i', 'e'))
                    select format('schema %I', nspname) from place where nspowner <> mine and nspname <> 'public'
                    union all
                    select format('%s %s',
                                  case c.relkind when 'S' then 'sequence' when 'v' then 'view'
                                                 when 'm' then 'materialized view' else 'table' end,
                                  cast(c.oid as regclass))
                    from pg_class c join place on place.oid = c.relnamespace
                    where c.relowner <> mine and c.relkind in ('r', 'p', 'v', 'm', 'S')
                      and not exists (select from part where classid = 'pg_class'::regclass and objid = c.oid)
                    union all
                    select format('routine %s', cast(p.oid as regprocedure))
                    from pg_proc p join place on place.oid = p.pronamespace
                    where p.proowner <> mine
                      and not exists (select from part where classid = 'pg_proc'::regclass and objid = p.oid)
                    union all
                    select format('type %s', cast(t.oid as regtype))
                    from pg_type t join place on place.oid = t.typnamespace
                    where t.typowner <> mine and t.typtype in ('e', 'd', 'r')
                      and not exists (select from part where classid = 'pg_type'::regclass and objid = t.oid)
                loop
                    execute 'alter ' || thing || ' owner to codeframe';
                end loop;
            end $$;

            """;

    /** @param cluster that no server is running on, with PostgreSQL's programs in {@code bin} */
    void setUp(Path cluster, Path bin, ProcessBuilder.Redirect log) {
        try {
            Files.writeString(cluster.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
            var postgres = new ProcessBuilder(alone(cluster, bin))
                    .redirectOutput(log)
                    .redirectError(log)
                    .start();
            try (var statements = postgres.getOutputStream()) {
                statements.write(statements().getBytes(StandardCharsets.UTF_8));
            }
            if (postgres.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL could not set up the role of the program");
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not set up the role of the program", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String statements() {
        return ROLE + RIGHTS.formatted(PasswordUtil.encodeScramSha256(password.toCharArray())) + BELONGINGS;
    }

    /** Reads statements that end with a semicolon and an empty line, and stops at the first that fails. */
    static List<String> alone(Path cluster, Path bin) {
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("unshare", "-U"));
        }
        var windows = bin.resolve("postgres.exe");
        var program = Files.exists(windows) ? windows : bin.resolve("postgres");
        command.addAll(List.of(program.toString(), "--single", "-j", "-D", cluster.toString()));
        command.addAll(List.of("-c", "exit_on_error=on", DATABASE));
        return command;
    }
}
