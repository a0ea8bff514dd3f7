package codeframe.report.regression;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.statistics.agreement.StatsData;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Project 1 with the 300 units of regression-correction.csv: y is an image type, poster for 1 and crowd for 0; x stands as
 * a number that machine and gold both know, and with z in the imported columns; gold is the sample of unequal chances.
 */
final class CorrectedStudy {
    final long run;
    final long gold;
    final long sample;
    private final Jdbi jdbi;

    CorrectedStudy(Jdbi jdbi) {
        this.jdbi = jdbi;
        var study = new CodedStudy(jdbi);
        study.publish(CodedStudy.CODEBOOK);
        run = study.run("clip", "CLIP", "demo");
        gold = id("insert into coder (project_id, kind, name) values (1, 'gold', 'Gold') returning id");
        sample = id("""
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at)
                values (1, 'By label', 'dev', 'stratified', 1, array['image_type', 'people'], 300, 55, 7, 0, 1, now())
                returning id
                """);
        var rows = StatsData.rows("regression-correction.csv");
        double mean = rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("pi_unequal")))
                .average()
                .orElseThrow();
        for (var row : rows) {
            int number = Integer.parseInt(row.getField("id"));
            long image = study.image("unit" + number + ".jpg", metadata(row.getField("x"), row.getField("z"), number));
            execute(
                    "update image set account = ?, posted_at = timestamptz '2021-03-01' + ? * interval '1 day' where id = ?",
                    number % 4 == 0 ? "left" : "right",
                    number,
                    image);
            study.outcome(run, image, "coded");
            code(study, study.coding(run, image), row.getField("yhat"), row.getField("x"));
            if (row.getField("labeled_unequal").equals("1")) {
                double probability = Double.parseDouble(row.getField("pi_unequal")) * 55 / 300 / mean;
                execute("""
                        insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                        values (?, ?, ?, ?, false, 1)
                        """, sample, image, "label " + row.getField("yhat"), probability);
                code(study, study.coding(gold, image, sample), row.getField("y_true"), row.getField("x"));
            }
        }
        execute("update sample set created_at = now()");
    }

    /** A further image that the machine coded and nobody could have drawn. */
    void later(String path) {
        var study = new CodedStudy(jdbi);
        long image = study.image(path, metadata("1", "0", 1_000));
        study.outcome(run, image, "coded");
        code(study, study.coding(run, image), "1", "1");
    }

    private static Json metadata(String x, String z, int number) {
        return Json.of(Map.of("x", x, "z", z, "caption", "Picture " + number, "constant", "same"));
    }

    private static void code(CodedStudy study, long coding, String y, String x) {
        study.code(coding, "image_type", y.equals("1") ? "poster" : "crowd");
        study.code(coding, "people", x);
    }

    List<Long> images() {
        return jdbi.withHandle(handle -> handle.createQuery("select id from image order by id")
                .mapTo(Long.class)
                .list());
    }

    void execute(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    private long id(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
