package codeframe.clip;

import java.util.List;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Gold of dev samples, and the thresholds that runs took from it. */
public interface ThresholdRows {
    /**
     * An image with gold: {@code values} is empty where none of the categories applies.
     *
     * @param sample the name of its dev sample
     */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Gold(long image, byte[] sha256, List<String> values, long sampleId, String sample) {}

    /**
     * The gold of one variable in the newest closed dev sample that has any, image by image: without images that a model
     * saw as examples, and without any that a test shows, sealed or opened, be it as a part of a post or a video.
     */
    @SqlQuery("""
            with usable as (
                select s.id as sample_id, s.name as sample, c.image_id, c.value
                from sample s
                join coding k on k.sample_id = s.id
                join coder o on o.id = k.coder_id and o.kind = 'gold'
                join code c on c.coding_id = k.id
                where s.project_id = :project and s.purpose = 'dev' and s.closed_at is not null and s.unit = 'image'
                  and c.variable = :variable and c.state = 'coded'
                  and k.image_id not in (select image_id from example_image where project_id = :project)
                  and k.image_id not in (select m.image_id from sample t join sample_part m on m.sample_id = t.id
                                         where t.project_id = :project and t.purpose = 'test'))
            select u.image_id as image, i.sha256,
                   coalesce(array_agg(u.value) filter (where u.value is not null and u.value <> 'none_of_these'), '{}')
                       as values,
                   u.sample_id, u.sample
            from usable u
            join image i on i.id = u.image_id
            where u.sample_id = (select max(sample_id) from usable)
            group by u.image_id, i.sha256, u.sample_id, u.sample
            order by u.image_id
            """)
    List<Gold> gold(long project, String variable);

    /** @param sample its name, as it was */
    record Taken(String variable, double threshold, double f1, int images, long sampleId, String sample) {}

    /** All of them or none. Of several workers that come at once the first decides. */
    @SqlBatch("""
            insert into run_threshold (run_id, variable, threshold, f1, images, sample_id, sample)
            values (:run, :in.variable, :in.threshold, :in.f1, :in.images, :in.sampleId, :in.sample)
            on conflict do nothing
            """)
    void take(long run, @BindMethods("in") List<Taken> taken);

    @SqlQuery("""
            select variable, threshold, f1, images, sample_id, sample
            from run_threshold
            where run_id = :run
            order by variable
            """)
    List<Taken> taken(long run);
}
