package codeframe.demo;

import codeframe.db.Json;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Codings of the demo's coders, who have no accounts. */
interface DemoCodings {
    @SqlQuery("select id from codebook_version where project_id = :project and number = 1")
    long version(long project);

    record Drawn(long image, String path) {}

    @SqlQuery("""
            select u.image_id as image, i.path from sample_image u join image i on i.id = u.image_id
            where u.sample_id = :sample
            order by u.image_id
            """)
    List<Drawn> drawn(long sample);

    @SqlQuery("""
            with person as (
                insert into coder (project_id, kind, name) values (:project, 'person', :name) returning id),
            joined as (
                insert into sample_coder (sample_id, coder_id) select :sample, id from person)
            select id from person
            """)
    long coder(long project, long sample, String name);

    /** Over the last three weeks, in the order of the sample. */
    @SqlUpdate("""
            with said as (
                select image, value, state, row_number() over (order by image) as place, count(*) over () as n
                from jsonb_to_recordset(:said) as s(image bigint, value text, state text)),
            done as (
                insert into assignment (sample_id, coder_id, image_id, position, state, done_at)
                select :sample, :coder, image, place, 'done', now() from said),
            made as (
                insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id, seconds, created_at,
                                    updated_at)
                select :project, :coder, image, :version, :sample, 6 + place % 9,
                       now() - make_interval(days => 21) * (1 - place::float / (n + 1)),
                       now() - make_interval(days => 21) * (1 - place::float / (n + 1))
                from said
                returning id, coder_id, image_id)
            insert into code (coding_id, coder_id, image_id, variable, value, state)
            select made.id, made.coder_id, made.image_id, :variable, said.value, said.state
            from made join said on said.image = made.image_id
            """)
    void code(long project, long sample, long coder, long version, String variable, Json said);

    @SqlUpdate("update sample_image set taken = wanted where sample_id = :sample")
    void taken(long sample);

    @SqlUpdate("update sample set closed_at = now() where id = :sample")
    void close(long sample);
}
