package codeframe.coding.intake;

import codeframe.codebook.Unit;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The rows that an import of human codes reads and writes. */
public interface HumanCodes {
    /** A path under which an image came in; the same content may have come in under several. */
    record Named(long id, String path) {}

    @SqlQuery("""
            select id, path from image where project_id = :project
            union
            select item.image_id, item.path
            from import_item item join image i on i.id = item.image_id
            where i.project_id = :project
            """)
    List<Named> images(long project);

    /** An image of a post or video and the lead under which that is coded. */
    record Led(Unit unit, long image, long lead) {}

    /** A picture that several posts show is of its own post; a video is of itself. */
    @SqlQuery("""
            select u.unit, u.image_id as image, u.lead_id as lead
            from unit_image u
            join image i on i.id = u.image_id
            left join post p on p.id = i.post_id
            where u.project_id = :project and (u.unit <> 'post' or p.lead_id is null or u.lead_id = p.lead_id)
            union all
            select 'video', id, id from image where project_id = :project and medium = 'video'
            """)
    List<Led> led(long project);

    record Version(long id, int number, Json content) {}

    @SqlQuery("""
            select id, number, content from codebook_version
            where project_id = :project and published_at is not null
            order by number desc limit 1
            """)
    Optional<Version> codebook(long project);

    /** Two imports into one project wait for each other, so that neither doubles the other's codes. */
    @SqlQuery("select id from project where id = :project for no key update")
    long lock(long project);

    @SqlUpdate("""
            insert into coder (project_id, kind, name) values (:project, 'imported', :name)
            on conflict do nothing
            """)
    void addCoder(long project, String name);

    @SqlQuery("select id from coder where project_id = :project and kind = 'imported' and name = :name")
    long coder(long project, String name);

    /** A code as it stands in the database. */
    record Standing(long coding, long image, String note, String variable, String value, String state) {
        Code code() {
            var is = CodeState.ofWord(state);
            return is == CodeState.CODED ? Code.of(variable, value) : Code.without(variable, is);
        }
    }

    @SqlQuery("""
            select k.id as coding, k.image_id as image, k.note, c.variable, c.value, c.state
            from coding k left join code c on c.coding_id = k.id
            where k.project_id = :project and k.coder_id = :coder and k.sample_id is null
            """)
    List<Standing> standing(long project, long coder);

    @SqlQuery("""
            insert into code_import (project_id, name, report, created_by)
            values (:project, :name, :report, :user)
            returning id, name, report, created_at, '' as who
            """)
    Kept keep(long project, String name, Json report, long user);

    @SqlQuery("""
            select m.id, m.name, m.report, m.created_at, coalesce(u.name, 'Codeframe') as who
            from code_import m left join app_user u on u.id = m.created_by
            where m.project_id = :project and m.id = :id
            """)
    Optional<Kept> kept(long project, long id);

    @SqlQuery("""
            select m.id, m.name, m.report - 'unmatched' || '{"unmatched": []}' as report, m.created_at,
                   coalesce(u.name, 'Codeframe') as who
            from code_import m left join app_user u on u.id = m.created_by
            where m.project_id = :project
            order by m.id desc
            limit 200
            """)
    List<Kept> all(long project);
}
