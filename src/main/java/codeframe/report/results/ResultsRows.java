package codeframe.report.results;

import codeframe.report.study.Cluster;
import codeframe.report.study.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * What one coder said of the images of a project, or of its posts or videos under their leads, where the variable is asked of
 * those, counted in the database. The latest answer counts. Images that
 * are sealed, and those that are still coded, are left out, unless they are closed facts themselves.
 */
public final class ResultsRows {
    /** What one coder said last of each image, by its name in the statement. */
    private static final String SAID = """
            %1$s as (
                select distinct on (image_id) image_id, settled, labels
                from (
                    select k.image_id, k.updated_at, k.id, k.sample_id is not null as settled,
                           array_agg(c.value order by c.value collate "C") filter (where c.value is not null) as labels
                    from coding k
                    join codebook_version v on v.id = k.codebook_version_id
                    left join sample s on s.id = k.sample_id
                    left join code c on c.coding_id = k.id and c.coder_id = k.coder_id and c.variable = :%1$s_variable
                                    and c.state = 'coded' and (:version = 0 or v.number = :version)
                    where k.project_id = :project and k.coder_id = :%1$s_coder and not k.assisted
                      and coalesce(s.unit,
                                   (select r.unit from coder o join run r on r.id = o.run_id where o.id = :%1$s_coder),
                                   (select variable_unit(:project, :%1$s_variable, :version)))
                          = (select variable_unit(:project, :%1$s_variable, :version))
                      and (k.sample_id is null
                           or s.design <> 'handpicked'
                              and k.sample_id in (select id from closed_sample where project_id = :project))
                    group by k.id
                ) codings
                order by image_id, labels is null, updated_at desc, id desc
            )
            """;

    /** Whether what somebody said of an image may be looked at; gold opens what is held against it, and nothing else. */
    private static final String OPEN_TO_ALL = """
            (%1$s.settled
             or i.id not in (select image_id from sealed_image where project_id = :project)
                and i.id not in (select lead_id from sealed_unit
                                 where project_id = :project
                                   and unit = (select variable_unit(:project, :said_variable, :version)))
                and (i.id = any(:%2$s)
                     or i.id not in (select image_id from open_image where project_id = :project)
                        and i.id not in (select lead_id from open_unit
                                         where project_id = :project
                                           and unit = (select variable_unit(:project, :said_variable, :version)))))
            """;

    private static final String GROUPED = """
            left join grouped o on o.image_id = i.id and (not :placing or i.id = any(:placed)) and
            """ + OPEN_TO_ALL.formatted("o", "placed");

    private static final String MEANT = """
            meant as (
                select i.id, %s as part, coalesce(l.labels, '{}') as labels,
                       case :cluster when 'account' then coalesce(nullif(i.account, ''), 'image-' || i.id)
                                     when 'post' then coalesce(
                                         'post-' || coalesce(i.post_id,
                                                             (select v.post_id from image v where v.id = i.parent_id)),
                                         'video-' || i.parent_id,
                                         'image-' || i.id)
                                     else '' end as cluster
                from image i left join said l on l.image_id = i.id %s
                where i.project_id = :project
                  and (:account = '' or i.account = :account)
                  and (:from = '' or i.posted_at >= cast(nullif(:from, '') as date))
                  and (:to = '' or i.posted_at < cast(nullif(:to, '') as date) + 1)
                  and (l.image_id is not null
                       or i.id in (select m.image_id from run_item m join coder r on r.run_id = m.run_id
                                   join run j on j.id = m.run_id
                                   where r.id = :said_coder and j.unit = (select variable_unit(:project, :said_variable, :version))
                                     and m.outcome is not null and m.outcome <> 'coded'))
                  and %s
            )
            """;

    private final Jdbi jdbi;

    public ResultsRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Everything that the work reads in this thread is as it was at one moment, whatever others write meanwhile. */
    <T> T snapshot(Supplier<T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> work.get());
    }

    /**
     * Whose answers to what, and how they are told apart.
     *
     * @param units images with gold that the answers are held against
     * @param placed where gold tells them apart, the images of which it does
     */
    record Asked(
            long project,
            long coder,
            String variable,
            Grouping by,
            Cluster cluster,
            Scope scope,
            List<Long> units,
            Optional<List<Long>> placed) {}

    /**
     * So many images of a group got these labels; none where the coder gave no answer.
     *
     * @param unit the image with gold that it is, or 0 for images without
     * @param cluster their account or post, empty where limits are to speak about these images
     */
    public record Tally(String part, List<String> labels, long unit, String cluster, long n) {}

    /** @param single images with gold, which are told apart from the others */
    List<Tally> tallies(Asked asked, List<Long> single) {
        var sql = meant(asked.by()) + """
                select part, labels, case when id = any(:single) then id else 0 end as unit, cluster, count(*) as n
                from meant
                group by 1, 2, 3, 4
                """;
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), asked)
                .bindArray("single", Long.class, single)
                .mapTo(Tally.class)
                .list());
    }

    /**
     * Whether several images are of one post or video; where none of the project are, the codes are not looked at.
     *
     * @param counted of which they are; all where none are named
     */
    boolean together(Asked asked, Optional<List<Long>> counted) {
        var sql = meant(asked.by()) + """
                select case when not exists (select from image where project_id = :project and parent_id is not null)
                             and not exists (select from image where project_id = :project and post_id is not null
                                             group by post_id having count(*) > 1)
                    then false
                    else exists (
                    select from meant m
                    join image i on i.id = m.id
                    left join image v on v.id = i.parent_id
                    where not :only or m.id = any(:counted)
                    group by coalesce('post-' || coalesce(i.post_id, v.post_id), 'video-' || i.parent_id)
                    having count(*) > 1 and max(coalesce(i.post_id, v.post_id, i.parent_id)) is not null) end
                """;
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), asked)
                .bind("only", counted.isPresent())
                .bindArray("counted", Long.class, counted.orElse(List.of()))
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * The images behind a cell of the table.
     *
     * @param value what the coder gave, or empty for no answer
     * @param many whether an image may have several labels
     */
    List<Long> images(Asked asked, String part, String value, boolean many) {
        var sql = meant(asked.by()) + """
                select id from meant
                where (:whole or part = :part)
                  and case when :value = '' then cardinality(labels) = 0
                           when :many then :value = any(labels)
                           else labels[1] = :value end
                order by id
                """;
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), asked)
                .bind("whole", !asked.by().asked())
                .bind("part", part)
                .bind("value", value)
                .bind("many", many)
                .mapTo(Long.class)
                .list());
    }

    /** One image, for files that others compute with. */
    public record Image(long id, String path, String part, List<String> labels, String cluster) {}

    List<Image> single(Asked asked) {
        var sql = meant(asked.by()) + """
                select m.id, i.path, m.part, m.labels, m.cluster
                from meant m join image i on i.id = m.id
                order by m.id
                """;
        return jdbi.withHandle(handle ->
                bind(handle.createQuery(sql), asked).mapTo(Image.class).list());
    }

    private static String meant(Grouping by) {
        boolean coded = by.coded().isPresent();
        var meant = MEANT.formatted(by.kind().sql(), coded ? GROUPED : "", OPEN_TO_ALL.formatted("l", "units"));
        return "with " + SAID.formatted("said") + (coded ? ", " + SAID.formatted("grouped") : "") + ", " + meant;
    }

    private static Query bind(Query query, Asked asked) {
        var scope = asked.scope();
        if (asked.by().kind() == Grouping.Kind.COLUMN) {
            query.bind("column", asked.by().column());
        }
        asked.by()
                .coded()
                .ifPresent(groups -> query.bind(
                                "grouped_variable", groups.variable().key())
                        .bind("grouped_coder", groups.coder().id())
                        .bind("placing", asked.placed().isPresent())
                        .bindArray("placed", Long.class, asked.placed().orElse(List.of())));
        return query.bind("project", asked.project())
                .bind("said_coder", asked.coder())
                .bind("said_variable", asked.variable())
                .bind("cluster", asked.cluster().word())
                .bind("version", scope.version())
                .bind("account", scope.account())
                .bind("from", scope.from())
                .bind("to", scope.to())
                .bindArray("units", Long.class, asked.units());
    }
}
