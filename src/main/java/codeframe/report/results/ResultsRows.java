package codeframe.report.results;

import codeframe.report.study.Scope;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * What one coder said of the images of a project, counted in the database. The latest answer of an image counts. Images that
 * are sealed, and those that are still coded, are left out, unless they are closed facts themselves.
 */
public final class ResultsRows {
    private static final String MEANT = """
            with said as (
                select k.image_id, k.updated_at, k.id, k.sample_id is not null as settled,
                       array_agg(c.value order by c.value collate "C") filter (where c.value is not null) as labels
                from coding k
                join codebook_version v on v.id = k.codebook_version_id
                left join sample s on s.id = k.sample_id
                left join code c on c.coding_id = k.id and c.coder_id = k.coder_id and c.variable = :variable
                                and c.state = 'coded' and (:version = 0 or v.number = :version)
                where k.project_id = :project and k.coder_id = :coder and not k.assisted
                  and (k.sample_id is null
                       or s.design <> 'handpicked'
                          and k.sample_id in (select id from closed_sample where project_id = :project))
                group by k.id
            ), latest as (
                select distinct on (image_id) image_id, settled, labels
                from said
                order by image_id, labels is null, updated_at desc, id desc
            ), meant as (
                select i.id, %s as part, coalesce(l.labels, '{}') as labels
                from image i left join latest l on l.image_id = i.id
                where i.project_id = :project
                  and (:account = '' or i.account = :account)
                  and (:from = '' or i.posted_at >= cast(nullif(:from, '') as date))
                  and (:to = '' or i.posted_at < cast(nullif(:to, '') as date) + 1)
                  and (l.image_id is not null
                       or i.id in (select m.image_id from run_item m join coder r on r.run_id = m.run_id
                                   where r.id = :coder and m.outcome is not null and m.outcome <> 'coded'))
                  and (l.settled
                       or i.id not in (select image_id from sealed_image where project_id = :project)
                          and (i.id = any(:units)
                               or i.id not in (select image_id from open_image where project_id = :project)))
            )
            """;

    private final Jdbi jdbi;

    public ResultsRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whose answers to what, and how they are told apart. */
    record Asked(long project, long coder, String variable, Grouping by, Scope scope) {}

    /**
     * So many images of a group got these labels; none where the coder gave no answer.
     *
     * @param unit the image with gold that it is, or 0 for images without
     */
    public record Tally(String part, List<String> labels, long unit, long n) {}

    /** @param units images with gold, which are told apart from the others */
    List<Tally> tallies(Asked asked, List<Long> units) {
        var sql = MEANT.formatted(asked.by().kind().sql()) + """
                select part, labels, case when id = any(:units) then id else 0 end as unit, count(*) as n
                from meant
                group by 1, 2, 3
                """;
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(sql), asked, units).mapTo(Tally.class).list());
    }

    /**
     * The images behind a cell of the table.
     *
     * @param value what the coder gave, or empty for no answer
     * @param many whether an image may have several labels
     */
    List<Long> images(Asked asked, List<Long> units, String part, String value, boolean many) {
        var sql = MEANT.formatted(asked.by().kind().sql()) + """
                select id from meant
                where (:whole or part = :part)
                  and case when :value = '' then cardinality(labels) = 0
                           when :many then :value = any(labels)
                           else labels[1] = :value end
                order by id
                """;
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), asked, units)
                .bind("whole", !asked.by().asked())
                .bind("part", part)
                .bind("value", value)
                .bind("many", many)
                .mapTo(Long.class)
                .list());
    }

    private static Query bind(Query query, Asked asked, List<Long> units) {
        var scope = asked.scope();
        if (asked.by().kind() == Grouping.Kind.COLUMN) {
            query.bind("column", asked.by().column());
        }
        return query.bind("project", asked.project())
                .bind("coder", asked.coder())
                .bind("variable", asked.variable())
                .bind("version", scope.version())
                .bind("account", scope.account())
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bindArray("units", Long.class, units);
    }
}
