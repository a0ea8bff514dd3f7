package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.testing.World;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Images of project 1 to draw from: three accounts of different size, posts of one to four images, two years. */
public final class CorpusStudy {
    static final String CODEBOOK = """
            {"codebook": "Types", "variables": [
              {"key": "type", "label": "Type", "type": "single", "level": "nominal",
               "categories": [{"key": "poster", "label": "Poster"}, {"key": "rally", "label": "Rally"}]}]}
            """;

    private CorpusStudy() {}

    /** The cast, a published codebook with the variable "type", and so many images. */
    static void fill(Jdbi jdbi, int images) {
        World.populate(jdbi);
        furnish(jdbi, images);
    }

    /** Where the cast is there already; with a run that coded every image as a poster, the odd ones surely. */
    public static void furnish(Jdbi jdbi, int images) {
        addImages(jdbi, images);
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into codebook_version (project_id, number, content, published_at)
                        values (1, 1, :content, now())
                        """).bind("content", new Json(CODEBOOK)).execute());
        jdbi.useHandle(CorpusStudy::addRun);
    }

    private static void addRun(Handle handle) {
        handle.createScript("""
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                    select 1, 'clip', 'CLIP demo #1', 'demo', 1, '{type}', 1, 'done', count(*) from image;
                insert into coder (project_id, kind, run_id, name) values (1, 'run', 1, 'CLIP demo #1');
                insert into run_item (run_id, image_id, outcome) select 1, id, 'coded' from image;
                insert into coding (project_id, coder_id, image_id, codebook_version_id) select 1, 1, id, 1 from image;
                insert into code (coding_id, coder_id, image_id, variable, value, confidence)
                    select id, coder_id, image_id, 'type', case when image_id % 3 = 0 then 'rally' else 'poster' end,
                           case when image_id % 2 = 1 then 0.9 else 0.3 end
                    from coding
                """).execute();
    }

    /** A tenth is Ada's, three tenths Ben's, the rest Cyd's; every seventh image opens a post of four. */
    static void addImages(Jdbi jdbi, int images) {
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into blob (sha256, media_type, width, height, size, bytes)
                    select decode(md5(n::text), 'hex'), 'image/png', 1, 1, 1, '\\x00' from generate_series(1, ?) n
                    """, images);
            handle.execute("""
                    insert into post (project_id, external_id, account)
                    select 1, 'p' || n, 'a' from generate_series(1, ?) n
                    """, images);
            handle.execute("""
                    insert into image (project_id, sha256, path, post_id, account, posted_at)
                    select 1, decode(md5(n::text), 'hex'), n || '.png',
                           case when n % 7 < 4 then 1 + n / 7 else 1000 + n end % (select max(id) from post) + 1,
                           case when n % 10 = 0 then 'ada' when n % 10 < 4 then 'ben' else 'cyd' end,
                           timestamptz '2021-01-01 00:00Z' + n % 700 * interval '1 day'
                    from generate_series(1, ?) n
                    """, images);
        });
    }

    static SamplePlan.Work work(List<Long> people, int codersEach, double overlap) {
        return new SamplePlan.Work(
                1,
                List.of("type"),
                Unit.IMAGE,
                people,
                codersEach,
                overlap,
                false,
                GoldRule.UNANIMOUS,
                Optional.empty());
    }

    static SamplePlan simple(Purpose purpose, int size, long seed) {
        return new SamplePlan(
                1,
                purpose.label(),
                purpose,
                Design.SIMPLE,
                ImageFilter.ALL,
                false,
                Stratifying.NONE,
                size,
                seed,
                work(List.of(1L, 2L), 2, 0.3));
    }

    static SamplePlan stratified(Stratifying by, int size, long seed) {
        return new SamplePlan(
                1,
                "Strata",
                Purpose.PILOT,
                Design.STRATIFIED,
                ImageFilter.ALL,
                false,
                by,
                size,
                seed,
                work(List.of(1L, 2L), 2, 0.3));
    }
}
