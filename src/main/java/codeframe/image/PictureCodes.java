package codeframe.image;

import codeframe.web.NumberText;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What one coder said about the pictures of a page, in the words of the newest codebook; or what features say of them. */
public interface PictureCodes {
    /** {@code variable} and {@code value} as people read them; {@code confidence} is null where there is none. */
    record Said(long image, String variable, String value, Double confidence) {
        /** How sure the coder was, where that is known. */
        public String sureness() {
            return confidence == null ? "" : NumberText.decimal(confidence, 2);
        }
    }

    /** @param variable of which alone, empty for all */
    record Asked(long project, long viewer, long coder, String variable, List<Long> images) {}

    default CodesShown shown(Gallery.View view, Wall.Shown shown, List<Gallery.Thumb> thumbs) {
        if (!shown.any() || thumbs.isEmpty()) {
            return CodesShown.NONE;
        }
        var images = thumbs.stream().map(Gallery.Thumb::id).toList();
        long viewer = view.filter().viewer();
        if (!shown.kind().isEmpty()) {
            return of(
                    seen(view.project(), viewer, shown.kind(), images),
                    unseen(view.project(), viewer, shown.kind(), images),
                    "never asked");
        }
        var asked = new Asked(view.project(), viewer, shown.coder(), shown.variable(), images);
        return of(said(asked), withheld(asked), "not coded");
    }

    private static CodesShown of(List<Said> said, List<Long> withheld, String absent) {
        var byImage = said.stream().collect(Collectors.groupingBy(Said::image));
        return new CodesShown(true, byImage, new HashSet<>(withheld), absent);
    }

    /** By the newest version of each source; a line's worth of each. */
    @SqlQuery("""
            select distinct on (f.image_id, lower(s.name), s.name)
                   f.image_id as image, s.name || ' v' || s.version as variable,
                   case f.outcome when 'done' then left(f.text, 300)
                       when 'empty' then case f.kind when 'transcript' then 'nothing said' else 'none found' end
                       when 'silent' then 'the sound track is silent' when 'no_audio' then 'no sound track'
                       when 'error' then 'failed' when 'unreadable' then 'the file could not be read'
                       else f.outcome end as value,
                   null::double precision as confidence
            from feature f join feature_source s on s.id = f.source_id
            where s.project_id = :project and f.kind = :kind and f.image_id = any(:images)
              and (s.origin <> 'model' or f.image_id not in (select image_id from sealed_image where project_id = :project))
              and not exists (select from blind_image b
                              where b.project_id = :project and b.image_id = f.image_id and b.user_id = :viewer)
            order by f.image_id, lower(s.name), s.name, s.version desc
            """)
    List<Said> seen(long project, long viewer, String kind, List<Long> images);

    /** Images that the person still codes, of which nothing is told, and sealed ones of which a run by a model says something. */
    @SqlQuery("""
            select image_id from blind_image
            where project_id = :project and user_id = :viewer and image_id = any(:images)
            union
            select f.image_id
            from feature f join feature_source s on s.id = f.source_id
            join sealed_image z on z.project_id = :project and z.image_id = f.image_id
            where s.project_id = :project and s.origin = 'model' and f.kind = :kind and f.image_id = any(:images)
            """)
    List<Long> unseen(long project, long viewer, String kind, List<Long> images);

    @SqlQuery("""
            with variable as materialized (
                select v ->> 'key' as key, nullif(v ->> 'label', '') as label, v -> 'categories' as categories, place
                from (select content from codebook_version
                      where project_id = :project and published_at is not null
                      order by number desc limit 1) newest,
                     jsonb_array_elements(newest.content -> 'variables') with ordinality as v (v, place)
            ), category as materialized (
                select v.key as variable, c ->> 'key' as key, nullif(c ->> 'label', '') as label
                from variable v, jsonb_array_elements(v.categories) c
            )
            select c.image_id as image, coalesce(v.label, c.variable) as variable,
                   coalesce(k.label, c.value, replace(c.state, '_', ' ')) as value, c.confidence
            from code c
            join coder o on o.id = c.coder_id and o.project_id = :project
            left join variable v on v.key = c.variable
            left join category k on k.variable = c.variable and k.key = c.value
            where c.coder_id = :coder and c.image_id = any(:images)
              and (:variable = '' or c.variable = :variable) and c.state <> 'not_applicable'
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = c.image_id and u.coder_id = c.coder_id)
            order by c.image_id, v.place, c.variable, c.confidence desc nulls last, c.value
            """)
    List<Said> said(@BindMethods Asked asked);

    @SqlQuery("""
            select image_id from unseen_codes(:project, :viewer) where coder_id = :coder and image_id = any(:images)
            """)
    List<Long> withheld(@BindMethods Asked asked);
}
