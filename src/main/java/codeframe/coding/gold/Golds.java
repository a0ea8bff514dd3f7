package codeframe.coding.gold;

import codeframe.db.Json;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Writes gold: codings of the project's gold coder, each code with where it comes from. */
public interface Golds {
    /** A unit that is settled; {@code codes} and {@code sources} are its rows, {@code sources} as they were then. */
    record Settlement(
            long image,
            String variable,
            String provenance,
            String reason,
            String errorType,
            List<StoredCode> codes,
            List<Source> sources) {}

    record StoredCode(String value, String state) {}

    record Source(long coding, long coder, List<String> values, String state, String note) {}

    /** What was settled before is kept in the history of its coding. */
    @Transaction
    default void write(Round round, Long user, List<Settlement> settled) {
        var rows = Json.of(settled);
        long coder = coder(round.project());
        codings(round.project(), round.sample(), round.version(), coder, rows);
        keep(round.sample(), coder, rows);
        clearCodes(round.sample(), coder, rows);
        codes(round.sample(), coder, rows);
        gold(round.sample(), coder, user, rows);
    }

    /** Takes gold back; what it was stays in the history. */
    @Transaction
    default void drop(Round round, List<Settlement> settled) {
        if (!settled.isEmpty()) {
            var rows = Json.of(settled);
            long coder = coder(round.project());
            keep(round.sample(), coder, rows);
            clearCodes(round.sample(), coder, rows);
            clear(round.sample(), coder, rows);
        }
    }

    /** One settlement of a sample at a time. */
    @SqlQuery("select id from sample where id = :sample for update")
    long lock(long sample);

    @SqlQuery("""
            insert into coder (project_id, kind, name) values (:project, 'gold', 'Gold')
            on conflict (project_id) where kind = 'gold' do update set name = coder.name
            returning id
            """)
    long coder(long project);

    @SqlUpdate("""
            insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
            select distinct :project, :coder, r.image, :version, :sample
            from jsonb_to_recordset(:rows) as r(image bigint)
            on conflict (coder_id, image_id, sample_id)
            do update set updated_at = now(), codebook_version_id = excluded.codebook_version_id
            """)
    void codings(long project, long sample, long version, long coder, Json rows);

    @SqlUpdate("""
            insert into coding_history (coding_id, was)
            select k.id, jsonb_build_object(
                       'variable', g.variable, 'provenance', g.provenance, 'reason', g.reason, 'note', g.reason,
                       'error_type', g.error_type, 'decided_at', g.decided_at, 'decided_by',
                       (select name from app_user where id = g.decided_by), 'sources', g.sources,
                       'codes', coalesce(
                           (select jsonb_agg(jsonb_build_object(
                                       'variable', c.variable, 'value', c.value, 'state', c.state))
                            from code c where c.coding_id = k.id and c.variable = g.variable), '[]'))
            from jsonb_to_recordset(:rows) as r(image bigint, variable text)
            join coding k on k.sample_id = :sample and k.coder_id = :coder and k.image_id = r.image
            join gold g on g.coding_id = k.id and g.variable = r.variable
            """)
    void keep(long sample, long coder, Json rows);

    @SqlUpdate("""
            delete from code c using jsonb_to_recordset(:rows) as r(image bigint, variable text), coding k
            where k.sample_id = :sample and k.coder_id = :coder and k.image_id = r.image
              and c.coding_id = k.id and c.variable = r.variable
            """)
    void clearCodes(long sample, long coder, Json rows);

    @SqlUpdate("""
            delete from gold g using jsonb_to_recordset(:rows) as r(image bigint, variable text), coding k
            where k.sample_id = :sample and k.coder_id = :coder and k.image_id = r.image
              and g.coding_id = k.id and g.variable = r.variable
            """)
    void clear(long sample, long coder, Json rows);

    @SqlUpdate("""
            insert into code (coding_id, coder_id, image_id, variable, value, state)
            select k.id, k.coder_id, k.image_id, r.variable, c.value, c.state
            from jsonb_to_recordset(:rows) as r(image bigint, variable text, codes jsonb)
            join coding k on k.sample_id = :sample and k.coder_id = :coder and k.image_id = r.image
            cross join lateral jsonb_to_recordset(r.codes) as c(value text, state text)
            """)
    void codes(long sample, long coder, Json rows);

    @SqlUpdate("""
            insert into gold (coding_id, variable, provenance, sources, decided_by, reason, error_type)
            select k.id, r.variable, r.provenance, r.sources, :user, r.reason, nullif(r."errorType", '')
            from jsonb_to_recordset(:rows) as r(
                image bigint, variable text, provenance text, sources jsonb, reason text, "errorType" text)
            join coding k on k.sample_id = :sample and k.coder_id = :coder and k.image_id = r.image
            on conflict (coding_id, variable) do update
            set provenance = excluded.provenance, sources = excluded.sources, decided_by = excluded.decided_by,
                decided_at = now(), reason = excluded.reason, error_type = excluded.error_type
            """)
    void gold(long sample, long coder, Long user, Json rows);
}
