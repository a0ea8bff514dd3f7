package codeframe.report.study;

import codeframe.report.export.CodedStudy;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Project 1 with the sample of stratified-validation.json: 250 images drawn by the machine's label from 9,100, with gold
 * and a run. Event, portrait and rare are poster, crowd and studio here.
 */
public final class ReportedStudy {
    private static final List<String> CLASSES = List.of("poster", "crowd", "studio");
    private static final int[][] PREDICTED_BY_GOLD = {{90, 8, 2}, {6, 93, 1}, {15, 5, 30}};
    private static final int[] POPULATION = {6000, 3000, 100};

    public final long sample;
    public final long gold;
    public final long run;
    public final CodedStudy study;
    private final Jdbi jdbi;

    public ReportedStudy(Jdbi jdbi, String purpose, String design) {
        this.jdbi = jdbi;
        study = new CodedStudy(jdbi);
        study.publish(CodedStudy.CODEBOOK);
        run = study.run("clip", "CLIP", "demo");
        gold = id("insert into coder (project_id, kind, name) values (1, 'gold', 'Gold') returning id");
        sample = id("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at)
                values (1, 'Drawn by label', ?, ?, 1, array['image_type'], 9100, 250, 7, 0, 1, now()) returning id
                """, purpose, design);
        int drawn = 0;
        for (int predicted = 0; predicted < 3; predicted++) {
            int of =
                    PREDICTED_BY_GOLD[predicted][0] + PREDICTED_BY_GOLD[predicted][1] + PREDICTED_BY_GOLD[predicted][2];
            for (int goldSample = 0; goldSample < 3; goldSample++) {
                for (int i = 0; i < PREDICTED_BY_GOLD[predicted][goldSample]; i++) {
                    unit(drawn++, predicted, goldSample, (double) of / POPULATION[predicted]);
                }
            }
        }
    }

    private void unit(int number, int predicted, int goldSample, double probability) {
        long image = study.image("unit" + number + ".jpg");
        id("""
                insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                values (?, ?, ?, ?, false, 1) returning image_id
                """, sample, image, CLASSES.get(predicted), probability);
        study.outcome(run, image, "coded");
        study.code(study.coding(run, image), "image_type", CLASSES.get(predicted));
        study.code(study.coding(gold, image, sample), "image_type", CLASSES.get(goldSample));
    }

    public void run(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    /** Ona or somebody else of the cast codes as gold does, but for every so-manieth image. */
    public long person(String email, int wrongEvery) {
        long person = study.person(email);
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into coding (project_id, coder_id, image_id, sample_id, codebook_version_id)
                    select 1, ?, image_id, sample_id, codebook_version_id from coding where coder_id = ?
                    """, person, gold);
            handle.execute("""
                    insert into code (coding_id, coder_id, image_id, variable, value)
                    select k.id, k.coder_id, k.image_id, c.variable,
                           case when k.image_id % ? = 0 then 'studio' else c.value end
                    from coding k join code c on c.image_id = k.image_id and c.coder_id = ?
                    where k.coder_id = ?
                    """, wrongEvery, gold, person);
        });
        return person;
    }

    private long id(String sql, Object... values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Long.class).one();
        });
    }
}
