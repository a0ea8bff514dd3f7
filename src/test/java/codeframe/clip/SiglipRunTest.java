package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookYaml;
import codeframe.codebook.Reading;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.Verdict;
import codeframe.image.intake.Upload;
import codeframe.run.CannotRun;
import codeframe.run.NotYet;
import codeframe.run.RunPlan;
import codeframe.testing.Api;
import codeframe.testing.Client;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several categories of one variable, given by the sigmoid of a SigLIP model, from the upload to the methods section. */
class SiglipRunTest {
    private static final String PROJECT = "/api/v1/projects/1";
    private static final String BOTH = "[\"things\",\"places\"]";
    private static final String CODEBOOK = """
            codebook: Things
            variables:
              - key: things
                label: Things
                type: multi
                categories:
                  - key: cat
                    label: Cat
                    phrases: [a photo of a cat]
                  - key: rally
                    label: Rally
                    phrases: [une affiche électorale à côté d'une école, ein Wahlplakat]
                  - key: nothing_said
                    label: Nothing said
              - key: places
                label: Places
                type: multi
                categories:
                  - key: cat
                    label: Where a cat lives
                    phrases: [a photo of a cat]
                  - key: rally
                    label: Where people rally
                    phrases: [ein Wahlplakat]
            """;

    private static TestApp app;
    private static Api ona;

    @BeforeAll
    static void import_pictures() throws IOException {
        app = TestApp.start();
        ona = app.api(World.ONA);
        install("hf-siglip2", "siglip");
        TinyModel.install(app.data.resolve("models/tiny"));
        var upload = new Upload();
        for (var image : images()) {
            upload.file(image.getFileName().toString(), Files.readAllBytes(image));
        }
        var started = new Json(ona.send(upload.request(ona.request(PROJECT + "/imports")))
                        .body())
                .tree();
        await(PROJECT + "/imports/" + started.get("id").asLong());
        assertThat(ona.put(PROJECT + "/codebook", "application/yaml", CODEBOOK).statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void a_category_is_given_where_its_sigmoid_reaches_the_threshold() throws IOException {
        var probabilities = probabilities();
        double threshold = between(probabilities);
        var done = run("\"model\":\"siglip\",\"precision\":\"fp32\",\"threshold\":" + threshold);
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        var codes = codes(done.get("coder").asLong());
        assertThat(codes.keySet()).isEqualTo(probabilities.keySet());
        probabilities.forEach((file, known) -> {
            var given = new TreeSet<String>();
            known.forEach((category, probability) -> {
                if (probability >= threshold) {
                    given.add(category);
                }
            });
            if (given.isEmpty()) {
                given.add("none_of_these");
            }
            assertThat(codes.get(file)).as(file).isEqualTo(given);
        });
        assertThat(confidences(done.get("coder").asLong()))
                .allSatisfy((cell, confidence) ->
                        assertThat(confidence).isCloseTo(expected(probabilities, cell), within(1e-4)));
        assertThat(ona.get(PROJECT + "/codes-wide.csv?coder="
                                + done.get("coder").asLong())
                        .body()
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .contains("things,")
                .doesNotContain("probability", "runner_up");
        assertThat(Client.of(app, World.ONA).get("/projects/1/methods.html").plain())
                .contains("each was given whose probability (a sigmoid of the scaled similarity and the model’s bias)"
                        + " reached " + threshold)
                .doesNotContain("no threshold was set");
    }

    private static double expected(Map<String, Map<String, Double>> probabilities, String cell) {
        var known = probabilities.get(cell.substring(0, cell.indexOf('|')));
        var value = cell.substring(cell.indexOf('|') + 1);
        return value.equals("none_of_these")
                ? known.values().stream().mapToDouble(one -> 1 - one).reduce(1, (a, b) -> a * b)
                : known.get(value);
    }

    /** One that tells some images from others: half way between two probabilities in the middle. */
    private static double between(Map<String, Map<String, Double>> probabilities) {
        var all = probabilities.values().stream()
                .flatMap(known -> known.values().stream())
                .sorted()
                .toList();
        return Math.round((all.get(9) + all.get(10)) / 2 * 1e6) / 1e6;
    }

    /** By file and category, from the vectors themselves. */
    private static Map<String, Map<String, Double>> probabilities() throws IOException {
        var probabilities = new TreeMap<String, Map<String, Double>>();
        try (var model = ClipModel.load(golden("hf-siglip2"), Precision.FP32)) {
            var texts = model.embedTexts(
                    List.of("a photo of a cat", "une affiche électorale à côté d'une école", "ein Wahlplakat"));
            var rally = new float[texts[1].length];
            for (int i = 0; i < rally.length; i++) {
                rally[i] = texts[1][i] + texts[2][i];
            }
            Vectors.normalise(rally);
            for (var image : images()) {
                var picture = new ImageDecoder(ImageLimits.DEFAULT)
                        .decode(Files.readAllBytes(image), verdict -> verdict)
                        .map(Verdict.Picture::upright, rejected -> null);
                var vector = model.embedImages(List.of(Pixels.of(picture)))[0];
                probabilities.put(
                        image.getFileName().toString(),
                        Map.of("cat", sigmoid(model, vector, texts[0]), "rally", sigmoid(model, vector, rally)));
            }
        }
        return probabilities;
    }

    private static double sigmoid(ClipModel model, float[] image, float[] text) {
        double logit = model.logitScale() * Vectors.dot(image, text)
                + model.logitBias().orElseThrow();
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void a_threshold_is_taken_from_dev_gold_and_never_from_test_gold() throws IOException {
        assertThat(order("\"model\":\"siglip\",\"threshold\":\"dev\""))
                .contains("No closed dev sample has gold of “Things”");
        var probabilities = new TreeMap<>(probabilities());
        var files = List.copyOf(probabilities.keySet());
        var dev = new TreeMap<>(probabilities.subMap(files.get(0), files.get(6)));
        double high = sorted(dev).get(7);
        double low = sorted(dev).get(6);
        gold(900, "things", "dev", dev, probability -> probability >= high);
        gold(
                901,
                "things",
                "test",
                new TreeMap<>(probabilities.tailMap(files.get(6))),
                probability -> probability < 0.9);
        var done = run("\"model\":\"siglip\",\"precision\":\"fp32\",\"threshold\":\"dev\"");
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(taken(done)).singleElement().satisfies(one -> {
            assertThat(one.threshold()).isCloseTo((low + high) / 2, within(2e-6));
            assertThat(one.f1()).isEqualTo(1);
            assertThat(one.images()).isEqualTo(6);
            assertThat(one.sample()).isEqualTo("dev 900");
        });
        var codes = codes(done.get("coder").asLong());
        probabilities.forEach((file, known) ->
                assertThat(codes.get(file).contains("cat")).as(file).isEqualTo(known.get("cat") >= (low + high) / 2));
        var browser = Client.of(app, World.ONA);
        assertThat(browser.get("/projects/1/runs/" + done.get("id").asLong()).plain())
                .contains("Threshold of things", "with the best F1 (1.00) on 6 images of the dev gold “dev 900”");
        assertThat(browser.get("/projects/1/methods.html").plain())
                .contains(
                        "reached a threshold with the best F1 over all decisions on the gold of the dev sample “dev 900”")
                .contains("in which gold of a test sample had no part, and where none did, none_of_these");
        assertThat(browser.get("/projects/1/methods.html?language=de").plain())
                .contains(
                        "die Schwelle mit dem besten F1 über alle Entscheidungen auf dem Gold der Entwicklungsstichprobe"
                                + " „dev 900“ (things: ")
                .contains("erreichte, an der Gold einer Teststichprobe keinen Anteil hatte, und wo keine sie erreichte,"
                        + " none_of_these");
        run("\"model\":\"siglip\",\"precision\":\"fp32\",\"aggregation\":\"notebook\"");
        assertThat(browser.get("/projects/1/methods.html").plain())
                .contains("the best of all phrases or, where several categories may apply, the best phrase of each");
        var validation = "/projects/1/validation?variable=things&coder="
                + done.get("coder").asLong() + "&sample=";
        assertThat(browser.get(validation + 900).plain()).contains("took its threshold from dev gold");
        assertThat(browser.get(validation + 901).plain())
                .contains("test 901")
                .doesNotContain("took its threshold from dev gold");
        dev_gold_is_looked_at_some_at_a_time(done.get("id").asLong());
        each_variable_has_the_newest_gold_of_its_own(files, dev);
    }

    /** And none that another test shows, be it as a part of a post. */
    private static void each_variable_has_the_newest_gold_of_its_own(
            List<String> files, Map<String, Map<String, Double>> dev) {
        assertThat(order(BOTH, "\"model\":\"siglip\",\"threshold\":\"dev\""))
                .contains("No closed dev sample has gold of “Places”");
        gold(
                902,
                "places",
                "dev",
                dev,
                probability -> probability >= sorted(dev).get(7));
        test_of_a_post(903, files.get(6), files.get(0));
        var done = run(BOTH, "\"model\":\"siglip\",\"precision\":\"fp32\",\"threshold\":\"dev\"");
        assertThat(done.path("state").asText()).as(done.toString()).isEqualTo("done");
        assertThat(taken(done))
                .extracting(one -> one.variable() + " from " + one.sample() + ", " + one.images())
                .containsExactly("places from dev 902, 5", "things from dev 900, 5");
        a_run_keeps_what_it_took(done);
    }

    /** It takes what it lacks, such as after the program was ended while it took them, and needs no gold for the rest. */
    private static void a_run_keeps_what_it_took(JsonNode run) {
        long id = run.get("id").asLong();
        var before = taken(run);
        app.jdbi()
                .useHandle(handle ->
                        handle.execute("delete from run_threshold where run_id = ? and variable = 'things'", id));
        again(id);
        assertThat(taken(run)).isEqualTo(before);
        app.jdbi().useHandle(handle -> handle.execute("update sample set closed_at = null where purpose = 'dev'"));
        assertThat(order("\"model\":\"siglip\",\"threshold\":\"dev\"")).contains("No closed dev sample has gold");
        again(id);
        assertThat(taken(run)).isEqualTo(before);
        app.jdbi().useHandle(handle -> handle.execute("delete from run_threshold where run_id = ?", id));
        again(id, "failed");
        assertThat(ona.json(PROJECT + "/runs/" + id).path("failure").asText())
                .contains("No closed dev sample has gold of “Things”");
    }

    private static void again(long run) {
        again(run, "done");
    }

    private static void again(long run, String state) {
        var form = "outcome=coded".getBytes(StandardCharsets.US_ASCII);
        var answer = Client.of(app, World.ONA)
                .send(
                        "POST",
                        "/projects/1/runs/" + run + "/retry",
                        new Client.Sent("application/x-www-form-urlencoded", form));
        assertThat(answer.status()).as(answer.plain()).isEqualTo(303);
        var after = await(PROJECT + "/runs/" + run);
        assertThat(after.path("state").asText()).as(after.toString()).isEqualTo(state);
    }

    /** And by one worker of a run. A try looks at none that are new. */
    private static void dev_gold_is_looked_at_some_at_a_time(long run) {
        app.jdbi().useHandle(handle -> {
            handle.execute("delete from run_threshold where run_id = ?", run);
            handle.execute("delete from embedding");
        });
        var rows = app.jdbi().onDemand(ThresholdRows.class);
        var thresholds = new DevThresholds(rows, Duration.ZERO);
        var things = ((Reading.Read) CodebookYaml.read(CODEBOOK)).codebook();
        var plan = new RunPlan(1, "clip", "siglip", things, List.of("things"), new Json("{}"), 1);
        try (var models = new Models(new ModelDirectory(app.data.resolve("models"), app.data.resolve("demo-model")))) {
            var loaded = models.open("siglip", Precision.FP32);
            var phrases = new PhraseVectors(models);
            var vectors = new ImageVectors(
                    app.jdbi().onDemand(Embeddings.class),
                    new ImageDecoder(ImageLimits.DEFAULT),
                    loaded,
                    Sight.UPRIGHT,
                    VectorOrigins.UNKNOWN);
            Function<Variable, PhrasedLabels> judge = variable -> new PhrasedLabels(
                    variable,
                    Aggregation.MEAN,
                    new PhrasedLabels.Sigmoid(
                            loaded.model().logitScale(),
                            loaded.model().logitBias().orElseThrow(),
                            0.5),
                    texts -> phrases.of(loaded, texts));
            assertThatThrownBy(() -> thresholds.tried(plan, vectors, judge))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageContaining("has not seen 6 images yet: too many for a try. Start the run");
            assertThatThrownBy(() -> thresholds.of(plan, run, vectors, variable -> {
                        assertThatThrownBy(() -> thresholds.of(plan, run, vectors, judge))
                                .as("another lane")
                                .isInstanceOf(NotYet.class);
                        return judge.apply(variable);
                    }))
                    .isInstanceOf(NotYet.class);
            assertThat(rows.taken(run)).isEmpty();
            assertThat(thresholds.of(plan, run, vectors, judge))
                    .isEqualTo(thresholds.tried(plan, vectors, judge))
                    .containsOnlyKeys("things");
            assertThat(rows.taken(run)).hasSize(1);
            the_demo_model_goes_on_with_a_run_that_it_would_not_begin(models, run);
        }
    }

    private static void the_demo_model_goes_on_with_a_run_that_it_would_not_begin(Models models, long run) {
        var clip = new ClipClassifier(
                models,
                new PhraseVectors(models),
                app.jdbi().onDemand(Embeddings.class),
                new ImageDecoder(ImageLimits.DEFAULT),
                ModelPassports.of(models, app.jdbi()),
                new DevThresholds(app.jdbi().onDemand(ThresholdRows.class), Duration.ZERO));
        var kind = Variable.choice("kind", "Kind", List.of(phrased("a", "ein Wahlplakat"), phrased("b", "a poster")));
        var book = new Codebook("Old", "", "en", List.of(kind));
        var plan = new RunPlan(1, "clip", "demo", book, List.of("kind"), new Json("{}"), 1);
        assertThatThrownBy(() -> clip.prepare(plan)).hasMessageContaining("so it would only guess");
        clip.prepare(plan, run).close();
    }

    private static Category phrased(String key, String phrase) {
        return new Category(key, key, "", List.of(), List.of(), List.of(phrase));
    }

    /** An opened one, of a post with these two pictures. */
    private static void test_of_a_post(long sample, String lead, String other) {
        app.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into post (project_id, external_id, lead_id)
                    select 1, 'judged', id from image where path = ?
                    """, lead);
            handle.execute(
                    "update image set post_id = (select id from post where external_id = 'judged') where path in (?, ?)",
                    lead,
                    other);
            insert(handle, sample, "things", "test", "post");
            insert(handle, sample, lead);
        });
    }

    private static List<ThresholdRows.Taken> taken(JsonNode run) {
        return app.jdbi().onDemand(ThresholdRows.class).taken(run.get("id").asLong());
    }

    private static List<Double> sorted(Map<String, Map<String, Double>> probabilities) {
        return probabilities.values().stream()
                .flatMap(known -> known.values().stream())
                .sorted()
                .toList();
    }

    /** A closed sample of these images, of a test opened, with gold of every category whose probability suits. */
    private static void gold(
            long sample,
            String variable,
            String purpose,
            Map<String, Map<String, Double>> images,
            DoublePredicate suits) {
        app.jdbi().useHandle(handle -> {
            handle.execute("""
                    insert into coder (project_id, kind, name)
                    select 1, 'gold', 'Gold' where not exists (select from coder where project_id = 1 and kind = 'gold')
                    """);
            insert(handle, sample, variable, purpose, "image");
            images.forEach((file, known) -> {
                insert(handle, sample, file);
                handle.execute("""
                        insert into coding (project_id, coder_id, image_id, codebook_version_id, sample_id)
                        select 1, o.id, i.id, s.codebook_version_id, s.id
                        from coder o, image i, sample s
                        where o.project_id = 1 and o.kind = 'gold' and i.path = ? and s.id = ?
                        """, file, sample);
                var given = known.entrySet().stream()
                        .filter(one -> suits.test(one.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
                for (var value : given.isEmpty() ? List.of("none_of_these") : given) {
                    handle.execute("""
                            insert into code (coding_id, coder_id, image_id, variable, value)
                            select k.id, k.coder_id, k.image_id, ?, ?
                            from coding k join image i on i.id = k.image_id
                            where k.sample_id = ? and i.path = ?
                            """, variable, value, sample, file);
                }
            });
        });
    }

    private static void insert(Handle handle, long sample, String variable, String purpose, String unit) {
        handle.execute("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each, closed_at, opened_at, unit)
                overriding system value
                select ?, 1, ?, ?, 'simple', max(id), array[?], 10, 5, 1, 1, 1, now(),
                       case when ? = 'test' then now() end, ?
                from codebook_version where project_id = 1
                """, sample, purpose + " " + sample, purpose, variable, purpose, unit);
    }

    private static void insert(Handle handle, long sample, String file) {
        handle.execute("""
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                select ?, id, 0.5, true, 1 from image where path = ?
                """, sample, file);
    }

    @Test
    void what_cannot_be_run_is_told() {
        assertThat(order("\"model\":\"tiny\""))
                .contains(
                        "The model “tiny” cannot code “Things”: categories of which several may apply need a SigLIP model.");
        assertThat(order("\"model\":\"siglip\",\"threshold\":1.5"))
                .contains("The threshold must be a probability between 0 and 1");
        assertThat(order("\"model\":\"siglip\",\"threshold\":\"high\""))
                .contains("The threshold must be a probability between 0 and 1");
    }

    @Test
    void the_pages_say_what_the_model_is_and_offer_the_threshold() {
        var browser = Client.of(app, World.ONA);
        assertThat(browser.get("/models").plain())
                .contains(
                        "SigLIP, 32 × 32 pixels in squares of 8, bilinear and squashed to a square; vectors of 40 numbers;"
                                + " GELU in its tanh form; phrases of 64 tokens, read in lower case.")
                .contains("research only");
        assertThat(browser.get("/projects/1/runs/new").plain()).contains("Categories of a variable of several values");
    }

    private static String order(String rest) {
        return order("[\"things\"]", rest);
    }

    private static String order(String variables, String rest) {
        return ona.post(
                        PROJECT + "/runs",
                        "application/json",
                        "{\"kind\":\"clip\",\"variables\":" + variables + "," + rest + "}")
                .body();
    }

    private static JsonNode run(String rest) {
        return run("[\"things\"]", rest);
    }

    private static JsonNode run(String variables, String rest) {
        return await(PROJECT + "/runs/"
                + new Json(order(variables, rest)).tree().get("id").asLong());
    }

    private static JsonNode await(String path) {
        var body = ona.json(path);
        for (int i = 0;
                i < 600
                        && !List.of("done", "failed")
                                .contains(body.path("state").asText());
                i++) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            body = ona.json(path);
        }
        return body;
    }

    private static Map<String, TreeSet<String>> codes(long coder) {
        var codes = new TreeMap<String, TreeSet<String>>();
        confidences(coder)
                .keySet()
                .forEach(cell -> codes.computeIfAbsent(cell.substring(0, cell.indexOf('|')), file -> new TreeSet<>())
                        .add(cell.substring(cell.indexOf('|') + 1)));
        return codes;
    }

    /** By file and value. */
    private static Map<String, Double> confidences(long coder) {
        var confidences = new TreeMap<String, Double>();
        app.jdbi()
                .useHandle(handle -> handle.createQuery("""
                        select image.path || '|' || code.value as cell, code.confidence
                        from code join image on image.id = code.image_id
                        where code.coder_id = :coder
                        """)
                        .bind("coder", coder)
                        .map((row, ctx) -> confidences.put(row.getString("cell"), row.getDouble("confidence")))
                        .list());
        return confidences;
    }

    private static List<Path> images() throws IOException {
        try (Stream<Path> files = Files.list(golden("images"))) {
            return files.sorted().toList();
        }
    }

    private static void install(String name, String as) throws IOException {
        var there = Files.createDirectories(app.data.resolve("models").resolve(as));
        try (Stream<Path> files = Files.list(golden(name))) {
            for (var file : files.toList()) {
                Files.copy(file, there.resolve(file.getFileName()));
            }
        }
    }

    private static Path golden(String name) {
        try {
            return Path.of(
                    SiglipRunTest.class.getResource("/siglip-golden/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
