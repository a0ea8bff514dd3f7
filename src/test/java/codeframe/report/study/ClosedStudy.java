package codeframe.report.study;

import codeframe.report.export.CodedStudy;
import codeframe.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Project 1 with every kind of sample. On the ten images of the opened test Ona and Cleo have α = −.063 and a run is right
 * three times; without the two that the draft takes up again it would be −.129 and three of eight. Everywhere else all
 * agree, so that whatever is pooled shows.
 */
final class ClosedStudy {
    static final long PILOT = 101;
    static final long DEV = 102;
    static final long TEST = 103;
    static final long SEALED = 104;
    static final long DRAFT = 105;

    private static final String ONA = "DAAAAABBAB";
    private static final String CLEO = "DBBBCCCCAC";
    private static final String GOLD = "AAABBBBBBB";
    private static final List<String> VALUES = List.of("poster", "crowd", "studio", "other");

    final long ona;
    final long cleo;
    final long gold;
    final long run;
    final long second;
    private final CodedStudy study;
    private final Jdbi jdbi;
    private final List<Long> tested = new ArrayList<>();

    ClosedStudy(Jdbi jdbi) {
        this.jdbi = jdbi;
        study = new CodedStudy(jdbi);
        study.publish(CodedStudy.CODEBOOK);
        ona = study.person(World.ONA);
        cleo = study.person(World.CLEO);
        gold = study.gold();
        run = study.run("clip", "CLIP", "demo");
        second = study.run("clip", "CLIP again", "demo");
        agreed(PILOT, "Pilot", "pilot", true, false);
        agreed(DEV, "Development", "dev", true, false);
        sample(TEST, "Final test", "test", true, true);
        for (int unit = 0; unit < ONA.length(); unit++) {
            long image = image("tested" + unit);
            tested.add(image);
            drawn(TEST, image);
            code(ona, image, TEST, value(ONA, unit));
            code(cleo, image, TEST, value(CLEO, unit));
            code(gold, image, TEST, value(GOLD, unit));
        }
        agreed(SEALED, "Second test", "test", true, false);
    }

    /** Ona and Cleo code in it, two images of the test among others; all of it is settled already, and still open. */
    void draft() {
        sample(DRAFT, "Draft 2", "dev", false, false);
        jdbi.useHandle(handle ->
                handle.execute("insert into sample_coder (sample_id, coder_id) values (105, ?), (105, ?)", ona, cleo));
        var images = new ArrayList<>(tested.subList(8, 10));
        images.add(image("draft1"));
        images.add(image("draft2"));
        for (long image : images) {
            drawn(DRAFT, image);
            everybody(DRAFT, image);
        }
    }

    private void agreed(long sample, String name, String purpose, boolean closed, boolean opened) {
        sample(sample, name, purpose, closed, opened);
        for (int unit = 0; unit < 4; unit++) {
            long image = image(name + unit);
            drawn(sample, image);
            everybody(sample, image);
        }
    }

    private void everybody(long sample, long image) {
        for (long coder : List.of(ona, cleo, gold)) {
            code(coder, image, sample, "poster");
        }
    }

    private long image(String name) {
        long image = study.image(name + ".jpg");
        for (long machine : List.of(run, second)) {
            study.outcome(machine, image, "coded");
            study.code(study.coding(machine, image), "image_type", "poster");
        }
        return image;
    }

    private void code(long coder, long image, long sample, String value) {
        study.code(study.coding(coder, image, sample), "image_type", value);
    }

    private static String value(String codes, int unit) {
        return VALUES.get(codes.charAt(unit) - 'A');
    }

    private void sample(long id, String name, String purpose, boolean closed, boolean opened) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size, size,
                                    seed, overlap, coders_each, closed_at, opened_at)
                overriding system value
                values (?, 1, ?, ?, 'simple', 1, array['image_type'], 40, ?, 7, 1, 2,
                        case when ? then timestamptz '2026-01-06Z' end, case when ? then timestamptz '2026-01-07Z' end)
                """, id, name, purpose, id == TEST ? 10 : 4, closed, opened));
    }

    private void drawn(long sample, long image) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (?, ?, 0.25, true, 2)",
                sample,
                image));
    }
}
