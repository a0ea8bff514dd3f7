package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.Level;
import codeframe.codebook.ShowIf;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.coding.CodeState;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;
import codeframe.testing.TestDb;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipClassifierTest {
    @TempDir
    static Path folder;

    private static Database database;
    private static Models models;
    private static Embeddings embeddings;
    private static ClipClassifier clip;
    private static RunImage red;
    private static RunImage blue;
    private static RunImage torn;

    @BeforeAll
    static void store_pictures() throws IOException {
        TinyModel.install(folder.resolve("models/tiny"));
        database = TestDb.fresh();
        models = new Models(new ModelDirectory(folder.resolve("models"), folder.resolve("demo")));
        embeddings = database.jdbi().onDemand(Embeddings.class);
        clip = new ClipClassifier(
                models,
                new PhraseVectors(models),
                embeddings,
                new ImageDecoder(ImageLimits.DEFAULT),
                ModelPassports.of(models, database.jdbi()),
                new DevThresholds(database.jdbi().onDemand(ThresholdRows.class), Duration.ofSeconds(8)));
        red = stored(1, png(Color.RED));
        blue = stored(2, png(Color.BLUE));
        torn = stored(3, "no picture".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterAll
    static void close() {
        models.close();
        database.close();
    }

    @Test
    void every_image_gets_its_own_answer_and_an_unreadable_one_takes_no_neighbours() {
        var results = classify(plan("mean"), List.of(torn, red, blue));
        assertThat(results).extracting(Result.Done::image).containsExactly(3L, 1L, 2L);
        assertThat(results.get(0).outcome()).isEqualTo(Outcome.UNREADABLE_IMAGE);
        assertThat(results.get(0).error()).isNotBlank();
        assertThat(results.get(0).codes()).isEmpty();
        for (var image : List.of(red, blue)) {
            var alone = classify(plan("mean"), List.of(image)).get(0);
            var together = results.get((int) image.id());
            assertThat(together.codes().get(0).value())
                    .isEqualTo(alone.codes().get(0).value());
            assertThat(together.codes().get(0).confidence())
                    .isCloseTo(alone.codes().get(0).confidence(), within(1e-6));
        }
    }

    @Test
    void files_are_read_together_as_far_as_they_fit_and_one_at_least() {
        var hashes = List.of(red.sha256(), blue.sha256(), torn.sha256());
        assertThat(embeddings.files(hashes, 1)).hasSize(1);
        assertThat(embeddings.files(hashes, 1_000_000)).hasSize(3);
        assertThat(embeddings.files(List.of(new byte[32]), 1_000_000)).isEmpty();
        var results = classify(plan("mean"), List.of(RunImage.of(77, new byte[32]), blue));
        assertThat(results.get(0).error()).isEqualTo("The file is no longer stored.");
        assertThat(results.get(1).codes()).isNotEmpty();
    }

    @Test
    void a_code_says_how_it_was_decided() {
        for (var rule : Aggregation.values()) {
            var code = classify(plan(rule.key()), List.of(red)).get(0).codes().get(0);
            var detail = code.detail().tree();
            assertThat(detail.get("category").asText()).isEqualTo(code.value());
            assertThat(detail.get("probability").asDouble()).isEqualTo(code.confidence());
            assertThat(detail.get("phrase").asText()).isIn("a crowd", "a rally", "a poster", "a face");
            assertThat(detail.get("phrase_probability").asDouble()).isBetween(0.0, 1.0);
            assertThat(detail.get("runner_up").asText()).isNotEqualTo(code.value());
            assertThat(detail.get("margin").asDouble())
                    .isCloseTo(
                            code.confidence()
                                    - detail.get("runner_up_probability").asDouble(),
                            within(1e-9));
            assertThat(detail.get("scores")).hasSize(3);
        }
    }

    @Test
    void vectors_are_computed_once_and_shared_by_later_runs() throws IOException {
        var green = stored(9, png(Color.GREEN));
        assertThat(classify(plan("mean"), List.of(green)).get(0).reused()).isFalse();
        assertThat(classify(plan("max"), List.of(green)).get(0).reused()).isTrue();
        var twin = RunImage.of(10, green.sha256());
        var both = classify(plan("mean"), List.of(green, twin));
        assertThat(both.get(0).codes()).isEqualTo(both.get(1).codes());
        assertThat(embeddings.stored(
                        models.open("tiny", Precision.FP32).imageVectors(), false, List.of(green.sha256())))
                .singleElement()
                .satisfies(row -> assertThat(row.vector()).hasSize(4 * 64));
    }

    @Test
    void a_model_that_makes_no_numbers_is_refused_and_leaves_no_fingerprint() throws IOException {
        var weights = CheckpointFile.inOpenAiNames(TinyModel.weights());
        weights.get("visual.proj").floats().putFloat(0, Float.NaN);
        CheckpointFile.write(TinyModel.install(folder.resolve("models/nan")).resolve("model.safetensors"), weights);
        assertThatThrownBy(() -> clip.prepare(plan("nan", "type", "{\"precision\":\"fp32\"}")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("are no numbers");
        assertThat(fingerprints().of(models.open("nan", Precision.FP32).hash(), Precision.FP32.label()))
                .isEmpty();
    }

    private static Fingerprints fingerprints() {
        return database.jdbi().onDemand(Fingerprints.class);
    }

    @Test
    void the_next_use_issues_the_passport_of_files_that_were_touched_and_of_a_second_folder() throws IOException {
        var passports = ModelPassports.of(models, database.jdbi());
        use(passports, "tiny");
        assertThat(passport(passports, "tiny").tested()).isTrue();
        for (var file : List.of("config.json", "vocab.json", "merges.txt", "model.safetensors")) {
            Files.setLastModifiedTime(
                    folder.resolve("models/tiny").resolve(file),
                    FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        assertThat(passport(passports, "tiny").tested())
                .as("another node's copy")
                .isTrue();
        database.jdbi()
                .useHandle(
                        handle -> handle.execute("update model_passport set tested_at = tested_at - interval '1 day'"));
        assertThat(passport(passports, "tiny").tested()).isFalse();
        assertThat(passport(passports, "tiny").sentence()).contains("the next run tests them again");
        use(passports, "tiny");
        assertThat(passport(passports, "tiny").tested()).isTrue();
        assertThat(passport(passports, "tiny").sentence()).contains("Its vectors are as at the first test.");

        TinyModel.install(folder.resolve("models/twin"));
        assertThat(passport(passports, "twin").tested()).isFalse();
        use(passports, "twin");
        assertThat(passport(passports, "twin").tested()).isTrue();
    }

    private static void use(ModelPassports passports, String name) {
        passports.tests().of(name, models.open(name, Precision.FP32));
    }

    private static ModelPassport passport(ModelPassports passports, String name) {
        return passports.of(models.directory().named(name).orElseThrow());
    }

    @Test
    void a_test_without_enough_memory_says_so_until_one_succeeds() throws InterruptedException {
        var full = new AtomicBoolean(true);
        var lacking = (Fingerprints) Proxy.newProxyInstance(
                Fingerprints.class.getClassLoader(), new Class<?>[] {Fingerprints.class}, (proxy, method, values) -> {
                    if (full.get()) {
                        throw new OutOfMemoryError("as if");
                    }
                    return method.invoke(fingerprints(), values);
                });
        try (var tests = new SelfTests(models, lacking)) {
            tests.start("tiny");
            for (int i = 0; i < 500 && tests.isRunning("tiny"); i++) {
                Thread.sleep(20);
            }
            assertThat(tests.failure("tiny")).contains("not enough memory");
            full.set(false);
            tests.of("tiny", models.open("tiny", Precision.FP32));
            assertThat(tests.failure("tiny")).isEmpty();
        }
    }

    @Test
    void a_trial_shows_every_category_and_every_phrase() {
        try (var session = clip.prepare(plan("mean"))) {
            var trial = session.attempt(List.of(red)).get(0);
            var categories = trial.scores().get(0).categories();
            assertThat(categories).extracting(c -> c.value()).containsExactly("event", "material", "person");
            assertThat(categories.stream().mapToDouble(c -> c.probability()).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(categories.stream()
                            .flatMap(c -> c.phrases().stream())
                            .mapToDouble(p -> p.probability())
                            .sum())
                    .isCloseTo(1, within(1e-6));
            assertThat(session.precision()).isEqualTo("fp32");
        }
    }

    @Test
    void a_variable_whose_condition_is_denied_does_not_apply() {
        var type = type();
        var size = new Variable(
                "size",
                "Size",
                "",
                VariableType.SINGLE,
                Level.NOMINAL,
                true,
                true,
                "",
                new ShowIf("type", List.of("none of them")),
                type.categories());
        var book = new Codebook("Test", "", "en", List.of(type, size));
        var plan =
                new RunPlan(1, "clip", "tiny", book, List.of("type", "size"), Json.of(Map.of("precision", "fp32")), 1);
        var codes = classify(plan, List.of(red)).get(0).codes();
        assertThat(codes.get(0).state()).isEqualTo(CodeState.CODED);
        assertThat(codes.get(1).state()).isEqualTo(CodeState.NOT_APPLICABLE);
        assertThat(codes.get(1).value()).isNull();
    }

    @Test
    void what_cannot_be_run_is_told_before_it_starts() {
        assertThat(clip.objection(plan("mean"))).isEmpty();
        assertThat(clip.objection(plan("best")))
                .hasValueSatisfying(s -> assertThat(s).contains("log_mean_exp"));
        assertThat(clip.objection(plan("tiny", "type", "{\"agregation\":\"max\"}")))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("agregation", "aggregation, precision, orientation and threshold"));
        assertThat(clip.objection(plan("other", "type", "{}")))
                .hasValueSatisfying(s -> assertThat(s).contains("not installed"));
        assertThat(clip.objection(plan("tiny", "type", "{\"precision\":\"fp64\"}")))
                .hasValueSatisfying(s -> assertThat(s).contains("fp32"));
        assertThat(clip.objection(plan("tiny", "bare", "{}")))
                .hasValueSatisfying(s -> assertThat(s).contains("“Bare”").contains("phrases"));
        assertThatThrownBy(() -> clip.prepare(plan("best"))).isInstanceOf(CannotRun.class);
    }

    @Test
    void models_are_listed_for_new_runs() {
        assertThat(clip.models()).anySatisfy(model -> {
            assertThat(model.name()).isEqualTo("tiny");
            assertThat(model.usable()).isTrue();
        });
        assertThat(clip.options())
                .extracting(o -> o.name())
                .containsExactly("aggregation", "precision", "orientation", "threshold");
    }

    @Test
    void a_codebook_is_judged_by_a_model_for_photographs_that_is_named() {
        var judge = new PhraseVectors(models).judge().orElseThrow();
        assertThat(judge.name()).isEqualTo("tiny");
        var vectors = judge.vectors().apply(List.of("a crowd", "a poster", "a crowd"));
        assertThat(vectors).hasSize(3);
        assertThat(vectors.get(0)).isEqualTo(vectors.get(2));
        var lengthy = "many different words ".repeat(40);
        assertThat(judge.cutShort().apply(List.of("short", lengthy))).containsExactly(lengthy);
        var demoAlone = new Models(new ModelDirectory(folder.resolve("nowhere"), folder.resolve("demo")));
        assertThat(new PhraseVectors(demoAlone).judge())
                .as("of the demo model nothing is said but which words it knows")
                .hasValueSatisfying(demo -> {
                    assertThat(demo.vectors().apply(List.of("a crowd"))).isEmpty();
                    assertThat(demo.unknown().apply(List.of("a crowd at breakfast, Wahlkampf")))
                            .containsExactly("wahlkampf");
                    assertThat(demo.wordless().apply(List.of("a crowd", "Wahlkampf")))
                            .containsExactly("Wahlkampf");
                });
    }

    @Test
    void the_demo_model_names_what_it_does_not_know_and_begins_no_run_by_guessing() {
        var strange = demo("a rally in the stadium", "a poster");
        assertThat(clip.remarks("demo", strange.chosen()))
                .containsExactly("The model “demo” does not know 1 word of these phrases and can only guess what it"
                        + " means: stadium.");
        assertThat(clip.objection(strange)).isEmpty();
        assertThat(clip.completed(strange, 1).parameter("unknown_words")).isEqualTo("stadium");
        assertThat(clip.described(clip.completed(strange, 1).parameters()))
                .anySatisfy(one -> assertThat(one.label()).isEqualTo("stadium"));
        var guessed = demo("ein Wahlplakat", "a poster");
        assertThat(clip.objection(guessed))
                .hasValueSatisfying(sentence -> assertThat(sentence)
                        .contains("knows no word of the phrase “ein Wahlplakat”, so it would only guess"));
        assertThat(clip.remarks("demo", guessed.chosen()))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("“ein Wahlplakat”"));
        assertThat(clip.completed(plan("mean"), 1).parameter("unknown_words")).isEmpty();
    }

    private static RunPlan demo(String one, String other) {
        var variable = Variable.choice("type", "Type", List.of(category("a", one), category("b", other)));
        var book = new Codebook("Test", "", "en", List.of(variable));
        return new RunPlan(1, "clip", "demo", book, List.of("type"), new Json("{}"), 1);
    }

    private static List<Result.Done> classify(RunPlan plan, List<RunImage> images) {
        try (var session = clip.prepare(plan)) {
            return session.classify(images).stream()
                    .map(Result.Done.class::cast)
                    .toList();
        }
    }

    private static RunPlan plan(String aggregation) {
        return plan("tiny", "type", "{\"aggregation\":\"" + aggregation + "\",\"precision\":\"fp32\"}");
    }

    private static RunPlan plan(String model, String variable, String parameters) {
        var bare = Variable.choice("bare", "Bare", List.of(Category.of("a", "A"), Category.of("b", "B")));
        var book = new Codebook("Test", "", "en", List.of(type(), bare));
        return new RunPlan(1, "clip", model, book, List.of(variable), new Json(parameters), 1);
    }

    private static Variable type() {
        return Variable.choice(
                "type",
                "Type",
                List.of(
                        category("event", "a crowd", "a rally"),
                        category("material", "a poster"),
                        Category.of("wordless", "No phrases"),
                        category("person", "a face")));
    }

    private static Category category(String key, String... phrases) {
        return new Category(key, key, "", List.of(), List.of(), List.of(phrases));
    }

    private static RunImage stored(long id, byte[] bytes) {
        var sha256 = ModelHash.sha256().digest(bytes);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into blob (sha256, media_type, width, height, size, bytes) values (?, 'image/png', 1, 1, ?, ?)",
                        sha256,
                        bytes.length,
                        bytes));
        return RunImage.of(id, sha256);
    }

    private static byte[] png(Color color) throws IOException {
        var image = new BufferedImage(90, 70, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(10, 10, 60, 40);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
