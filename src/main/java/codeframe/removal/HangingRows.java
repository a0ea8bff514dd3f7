package codeframe.removal;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Which images are meant, and what hangs on them. */
public interface HangingRows {
    /** With the frames of those that are videos, which do not stay without them. */
    @SqlQuery("""
            select id from image where project_id = :project and (id = any(:images) or parent_id = any(:images)) order by id
            """)
    List<Long> ofProject(long project, List<Long> images);

    @SqlQuery("select state from import where project_id = :project and id = :importId")
    Optional<String> state(long project, long importId);

    /** What another import brought too is there without this one. */
    @SqlQuery("""
            select i.id
            from image i
            where i.project_id = :project and i.import_id = :importId
              and not exists (select from import_item f
                              where f.image_id = coalesce(i.parent_id, i.id) and f.import_id <> :importId)
            order by i.id
            """)
    List<Long> broughtBy(long project, long importId);

    @SqlQuery("""
            select count(*) from image i
            where i.project_id = :project and i.import_id = :importId
              and exists (select from import_item f where f.image_id = i.id and f.import_id <> :importId)
            """)
    long broughtAgain(long project, long importId);

    /** Images that stay and that its tables describe; of those the first or a further post goes. */
    @SqlQuery("""
            select count(*) from image i
            where i.project_id = :project
              and (i.import_id is distinct from :importId
                   or exists (select from import_item f where f.image_id = i.id and f.import_id <> :importId))
              and not exists (select from sealed_image s where s.image_id = i.id)
              and exists (select from import_row r join import_table t on t.id = r.table_id
                          where t.import_id = :importId
                            and (r.id = i.row_id
                                 or exists (select from appearance a where a.image_id = i.id and a.row_id = r.id)))
            """)
    long described(long project, long importId);

    /** A video stays with a frame that stays, and a frame with its video. */
    @SqlQuery("""
            select i.id from image i
            where i.project_id = :project and i.id = any(:images)
              and exists (select from sealed_image s
                          where s.project_id = :project
                            and (s.image_id = i.id or s.image_id = i.parent_id
                                 or s.image_id in (select f.id from image f where f.parent_id = i.id)))
            """)
    List<Long> sealed(long project, List<Long> images);

    @SqlQuery("""
            select s.id, s.name, count(*) as images
            from sealed_image m join sample s on s.id = m.sample_id
            where m.project_id = :project and m.image_id = any(:images)
            group by s.id
            order by s.id
            """)
    List<Hanging.OfSample> sealedSamples(long project, List<Long> images);

    /** Posts that are coded under one of the images, were coded, and keep another picture. */
    @SqlQuery("""
            select count(*) from post p
            where p.project_id = :project and p.lead_id = any(:images)
              and exists (select from coding k
                          join coder o on o.id = k.coder_id
                          left join sample s on s.id = k.sample_id
                          left join run r on r.id = o.run_id
                          where k.image_id = p.lead_id
                            and (coalesce(s.unit, r.unit) = 'post'
                                 or coalesce(s.unit, r.unit) is null
                                    and exists (select from code c
                                                where c.coding_id = k.id
                                                  and variable_unit(:project, c.variable, 0) = 'post')))
              and exists (select from unit_image u
                          where u.unit = 'post' and u.lead_id = p.lead_id and u.image_id <> all(:images))
            """)
    long leads(long project, List<Long> images);

    @SqlQuery("""
            select o.kind, o.name, count(*) as codings
            from coding k join coder o on o.id = k.coder_id
            where k.project_id = :project and k.image_id = any(:images)
            group by o.id
            order by lower(o.name), o.id
            """)
    List<Hanging.OfCoder> coders(long project, List<Long> images);

    @SqlQuery("""
            select s.id, s.name, count(*) as images
            from sample_image m join sample s on s.id = m.sample_id
            where s.project_id = :project and m.image_id = any(:images)
            group by s.id
            order by s.id
            """)
    List<Hanging.OfSample> samples(long project, List<Long> images);

    /** The bytes are those of pictures and thumbnails that no other project shows. */
    @SqlQuery("""
            select (select count(*) from run_item where image_id = any(:images) and outcome is null) as waiting,
                   (select count(*) from example where image_id = any(:images))
                       + (select count(*) from category_example where image_id = any(:images)) as examples,
                   (select count(distinct selection_id) from selection_image where image_id = any(:images)) as selections,
                   (select count(*) from run_review_item where image_id = any(:images) and verdict is not null) as judged,
                   (select count(*) from feature where image_id = any(:images)) as features,
                   (select coalesce(sum(b.size + coalesce(
                               (select sum(octet_length(t.bytes)) from thumbnail t where t.sha256 = b.sha256), 0)), 0)
                    from image i join blob b on b.sha256 = i.sha256
                    where i.id = any(:images)
                      and not exists (select from image o where o.sha256 = i.sha256 and o.project_id <> :project)) as bytes
            """)
    Hanging.Rest rest(long project, List<Long> images);
}
