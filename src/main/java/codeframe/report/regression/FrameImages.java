package codeframe.report.regression;

import codeframe.coding.sample.Purpose;
import codeframe.image.ImageFilter;
import codeframe.report.study.StudySamples;
import codeframe.web.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The images a sample was drawn from, found again by what it was drawn with: its filter, the images that were there then,
 * and without the posts of samples that it kept away from. No other image could have had gold.
 */
public final class FrameImages {
    /** A filter by codes sees what everybody sees. */
    private static final long NOBODY = 0;

    private final Jdbi jdbi;

    public FrameImages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Set<Long> of(long project, StudySamples.Drawn sample) {
        return jdbi.withHandle(handle -> {
            var images = new HashSet<>(drawn(handle, project, sample));
            images.addAll(found(handle, project, sample));
            return images;
        });
    }

    private static List<Long> drawn(Handle handle, long project, StudySamples.Drawn sample) {
        return handle.createQuery("""
                        select u.image_id
                        from sample_image u join sample s on s.id = u.sample_id
                        where s.project_id = :project and s.id = :sample
                        """)
                .bind("project", project)
                .bind("sample", sample.id())
                .mapTo(Long.class)
                .list();
    }

    private static List<Long> found(Handle handle, long project, StudySamples.Drawn sample) {
        var where = ImageFilter.fromQuery(query(handle, project, sample))
                .seenBy(NOBODY)
                .where();
        return where.bind(handle.createQuery("""
                        with other as (
                            select m.id, m.post_id
                            from sample s
                            join sample_image u on u.sample_id = s.id
                            join image m on m.id = u.image_id
                            where s.project_id = :project and s.created_at < :at
                              and (s.purpose = any(:opposites)
                                   or exists (select from sample own
                                              where own.id = :sample and (own.frame ->> 'shown')::integer > 0)))
                        select i.id
                        from image i
                        where i.project_id = :project and i.imported_at <= :at
                          and i.id not in (select id from other)
                          and (i.post_id is null
                               or i.post_id not in (select post_id from other where post_id is not null)) %s
                        """.formatted(where.sql())))
                .bind("project", project)
                .bind("sample", sample.id())
                .bind("at", sample.createdAt())
                .bindArray("opposites", String.class, opposites(sample))
                .mapTo(Long.class)
                .list();
    }

    private static List<String> opposites(StudySamples.Drawn sample) {
        return Word.named(Purpose.values(), sample.purpose())
                .map(Purpose::opposites)
                .orElse(List.of());
    }

    private static String query(Handle handle, long project, StudySamples.Drawn sample) {
        return handle.createQuery("""
                        select coalesce(frame ->> 'query', '') from sample where project_id = :project and id = :sample
                        """)
                .bind("project", project)
                .bind("sample", sample.id())
                .mapTo(String.class)
                .one();
    }
}
