package codeframe.run;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Project 1 with images and a published codebook, for runs by classifiers of the tests' own. */
final class RunStudy {
    static final long PROJECT = 1;
    static final Codebook CODEBOOK = new Codebook(
            "Pictures",
            "",
            "en",
            List.of(Variable.choice("kind", "Kind", List.of(category("a"), category("b"), category("c")))));

    private final Jdbi jdbi;

    RunStudy(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private static Category category(String key) {
        return new Category(
                key, key.toUpperCase(java.util.Locale.ROOT), "", List.of(), List.of(), List.of("a picture of " + key));
    }

    /** Images whose bytes are their own names. */
    void images(int n) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into blob (sha256, media_type, width, height, size, bytes)
                            select sha256(convert_to(n || '.png', 'UTF8')), 'image/png', 1, 1, 1, convert_to(n || '.png', 'UTF8')
                            from generate_series(1, :n) as n
                            """).bind("n", n).execute();
            handle.createUpdate("""
                            insert into image (project_id, sha256, path)
                            select 1, sha256(convert_to(n || '.png', 'UTF8')), n || '.png'
                            from generate_series(1, :n) as n
                            """).bind("n", n).execute();
        });
    }

    long publish() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into codebook_version (project_id, number, content, published_at)
                        values (1, 1, :content, now())
                        returning id
                        """)
                .bind("content", new Json(CodebookJson.write(CODEBOOK)))
                .mapTo(Long.class)
                .one());
    }

    RunPlan plan() {
        return new RunPlan(PROJECT, "clip", "test", CODEBOOK, List.of("kind"), Json.EMPTY, 7);
    }

    long run(long version) {
        return new RunCreation(jdbi).create(new RunOrder(plan(), version, ImageFilter.ALL), null);
    }

    <T> T value(String sql, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
