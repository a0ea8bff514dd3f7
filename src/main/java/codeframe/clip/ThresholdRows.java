package codeframe.clip;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Gold of dev samples, and the thresholds that runs took from it. */
public interface ThresholdRows {
    record DevSample(long id, String name) {}

    /** The newest closed dev sample that has gold of any of the variables, image by image. */
    @SqlQuery("""
            select s.id, s.name
            from sample s
            where s.project_id = :project and s.purpose = 'dev' and s.closed_at is not null and s.unit = 'image'
              and exists (select from coding k join coder o on o.id = k.coder_id and o.kind = 'gold'
                          join code c on c.coding_id = k.id and c.variable = any(:variables)
                          where k.sample_id = s.id)
            order by s.id desc
            limit 1
            """)
    Optional<DevSample> newest(long project, List<String> variables);

    /** An image with gold: {@code values} is empty where none of the categories applies. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Gold(long image, byte[] sha256, List<String> values) {}

    /**
     * The gold of one variable in a closed dev sample, without images that a model saw as examples, and without any that
     * is sealed for a test.
     */
    @SqlQuery("""
            select c.image_id as image, i.sha256,
                   coalesce(array_agg(c.value) filter (where c.value is not null and c.value <> 'none_of_these'), '{}')
                       as values
            from sample s
            join coding k on k.sample_id = s.id
            join coder o on o.id = k.coder_id and o.kind = 'gold'
            join code c on c.coding_id = k.id
            join image i on i.id = k.image_id
            where s.project_id = :project and s.id = :sample and s.purpose = 'dev' and s.closed_at is not null
              and c.variable = :variable and c.state = 'coded'
              and k.image_id not in (select image_id from example_image where project_id = :project)
              and k.image_id not in (select image_id from sealed_image where project_id = :project)
              and k.image_id not in (select m.image_id from sample t join sample_image m on m.sample_id = t.id
                                     where t.project_id = :project and t.purpose = 'test')
            group by c.image_id, i.sha256
            order by c.image_id
            """)
    List<Gold> gold(long project, long sample, String variable);

    /** @param sample its name, as it was */
    record Taken(String variable, double threshold, double f1, int images, long sampleId, String sample) {}

    /** Of several workers that come at once the first decides. */
    @SqlUpdate("""
            insert into run_threshold (run_id, variable, threshold, f1, images, sample_id, sample)
            values (:run, :in.variable, :in.threshold, :in.f1, :in.images, :in.sampleId, :in.sample)
            on conflict do nothing
            """)
    void take(long run, @BindMethods("in") Taken taken);

    @SqlQuery("""
            select variable, threshold, f1, images, sample_id, sample
            from run_threshold
            where run_id = :run
            order by variable
            """)
    List<Taken> taken(long run);
}
