package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.server.KeyVault;
import codeframe.run.Classifier;
import codeframe.run.Classifiers;
import codeframe.run.RunCreation;
import codeframe.run.RunOrder;
import codeframe.run.RunPlan;
import codeframe.run.work.RunWorker;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.Jdbi;

/** Project 1 with small pictures, a published codebook, and a server with a price; run by workers of the test's own. */
final class LlmStudy {
    static final long PROJECT = 1;
    static final String SECRET = "a secret of the tests, long enough to seal";
    static final Codebook CODEBOOK = new Codebook(
            "Pictures",
            "",
            "en",
            List.of(
                    Variable.choice("kind", "Kind", List.of(category("a"), category("b"), category("c"))),
                    Variable.choice("place", "Place", List.of(category("inside"), category("outside")))));

    private final Database database;
    private final Jdbi jdbi;

    LlmStudy(Database database) {
        this.database = database;
        this.jdbi = database.jdbi();
    }

    private static Category category(String key) {
        return new Category(key, key, "", List.of(), List.of(), List.of());
    }

    Database database() {
        return database;
    }

    /** As in the program, but impatient. */
    Llm llm() {
        return llm(database, new Llm.Tuning(8, Duration.ofMillis(40), Duration.ofSeconds(4)));
    }

    static Llm llm(Database database, Llm.Tuning tuning) {
        return llm(database, tuning, Clock.systemUTC());
    }

    static Llm llm(Database database, Llm.Tuning tuning, Clock clock) {
        return new Llm(
                database.jdbi(),
                KeyVault.open(Optional.of(SECRET), Path.of(".")),
                new ImageDecoder(ImageLimits.DEFAULT),
                clock,
                tuning);
    }

    RunWorker worker(Llm llm) {
        return worker(llm, Clock.systemUTC());
    }

    RunWorker worker(Llm llm, Clock clock) {
        return new RunWorker(
                jdbi,
                new Classifiers(
                        llm.classifiers().stream().map(Classifier.class::cast).toList()),
                clock);
    }

    /** Works until the run is over or stopped, however often its images are postponed. */
    void finish(long run) {
        finish(run, llm());
    }

    void finish(long run, Llm llm) {
        var worker = worker(llm);
        var end = Clock.systemUTC().instant().plusSeconds(60);
        while (state(run).matches("queued|running")
                && Clock.systemUTC().instant().isBefore(end)) {
            worker.work(run, run + ".1.1", Duration.ofSeconds(20), () -> false);
            pause();
        }
    }

    static void pause() {
        pause(20);
    }

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void images(int n) {
        for (int i = 1; i <= n; i++) {
            image(i + ".png", picture(i));
        }
    }

    void image(String path, byte[] bytes) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        with stored as (
                            insert into blob (sha256, media_type, width, height, size, bytes)
                            values (sha256(:bytes), 'image/png', 64, 48, 1, :bytes) returning sha256)
                        insert into image (project_id, sha256, path) select 1, sha256, :path from stored
                        """).bind("bytes", bytes).bind("path", path).execute());
    }

    static byte[] picture(int i) {
        return picture(i, 64, 48);
    }

    static byte[] picture(int i, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int bit = 0; bit < 24; bit++) {
            image.setRGB(bit, 0, (i >> bit & 1) == 1 ? 0xffffff : 0);
        }
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long publish() {
        return one("""
                insert into codebook_version (project_id, number, content, published_at)
                values (1, 1, '%s', now())
                returning id
                """.formatted(CodebookJson.write(CODEBOOK)), Long.class);
    }

    /** At a dollar per million tokens of input and four of output. */
    long server(String baseUrl) {
        long server = one(
                "insert into llm_server (project_id, name, base_url) values (1, 'Fake', '" + baseUrl
                        + "') returning id",
                Long.class);
        execute("insert into llm_price (server_id, model, valid_from, input, cached_input, output, batch_factor)"
                + " values (" + server + ", 'eye', '2020-01-01', 1, 0.5, 4, 0.5)");
        return server;
    }

    /** A run over all images. */
    long run(long version, long server, String cap, Map<String, Object> further) {
        return run(version, server, cap, further, Unit.IMAGE);
    }

    /** The same over all posts or videos. */
    long run(long version, long server, String cap, Map<String, Object> further, Unit unit) {
        var parameters = new HashMap<String, Object>(Map.of("server", server, "cap", cap));
        parameters.putAll(further);
        var codebook = CODEBOOK.withVariables(CODEBOOK.variables().stream()
                .map(variable -> variable.withUnit(unit))
                .toList());
        var plan = new RunPlan(PROJECT, "llm", "eye", codebook, List.of("kind", "place"), Json.of(parameters), 7, unit);
        var completed = llm().classifier().completed(plan, 1);
        return new RunCreation(jdbi).create(new RunOrder(completed, version, ImageFilter.ALL), null);
    }

    /** A run over all images, by their features. */
    long ensemble(long version, long server, String cap, Map<String, Object> further) {
        var parameters = new HashMap<String, Object>(Map.of("server", server, "cap", cap));
        parameters.putAll(further);
        var plan = new RunPlan(PROJECT, "ensemble", "eye", CODEBOOK, List.of("kind", "place"), Json.of(parameters), 7);
        assertThat(llm().classifier(Evidence.FEATURES).objection(plan)).isEmpty();
        var completed = llm().classifier(Evidence.FEATURES).completed(plan, 1);
        return new RunCreation(jdbi).create(new RunOrder(completed, version, ImageFilter.ALL), null);
    }

    /** A run over all images, which describes them. */
    long captions(long version, long server, String cap) {
        var classifier = llm().classifier(Evidence.DESCRIPTION);
        var parameters = Json.of(Map.of("server", server, "cap", cap));
        var plan =
                new RunPlan(PROJECT, "caption", "eye", classifier.asked(CODEBOOK), List.of("caption"), parameters, 7);
        assertThat(classifier.objection(plan)).isEmpty();
        var order = new RunOrder(classifier.completed(plan, 1), version, ImageFilter.ALL);
        return new RunCreation(jdbi).create(order, null);
    }

    /** The next version of a source of that name. */
    long source(String name) {
        return one("""
                insert into feature_source (project_id, name, version, origin, language, file, report)
                select 1, '%s', count(*) + 1, 'import', 'simple', 'x.csv', '{}' from feature_source where name = '%s'
                returning id
                """.formatted(name, name), Long.class);
    }

    void feature(long source, String kind, String path, String outcome, String text, Object things) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into feature (source_id, kind, image_id, outcome, text, things)
                        select :source, :kind, id, :outcome, :text, cast(:things as jsonb) from image where path = :path
                        """)
                .bind("source", source)
                .bind("kind", kind)
                .bind("path", path)
                .bind("outcome", outcome)
                .bind("text", text)
                .bind("things", Json.of(things).text())
                .execute());
    }

    String state(long run) {
        return one("select state from run where id = " + run, String.class);
    }

    String failure(long run) {
        return one("select coalesce(failure, '') from run where id = " + run, String.class);
    }

    Map<String, Long> outcomes(long run) {
        var map = new HashMap<String, Long>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select coalesce(outcome, 'open'), count(*) from run_item where run_id = :run group by 1")
                .bind("run", run)
                .map((row, ctx) -> map.put(row.getString(1), row.getLong(2)))
                .list());
        return map;
    }

    BigDecimal spent(long run) {
        return one("select spent from llm_budget where run_id = " + run, BigDecimal.class);
    }

    <T> T one(String sql, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }

    void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
