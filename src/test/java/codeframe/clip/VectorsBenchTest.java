package codeframe.clip;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.db.Database;
import codeframe.db.Json;
import codeframe.image.ImageFilter;
import codeframe.image.decode.Drawn;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.ImageLimits;
import codeframe.image.decode.Verdict;
import codeframe.run.Classifiers;
import codeframe.run.RunCreation;
import codeframe.run.RunOrder;
import codeframe.run.RunPlan;
import codeframe.run.work.RunWorker;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code mvn -Pbench test -Dtest=VectorsBenchTest}: a whole run, from JPEGs in the database to vectors and codes there, by
 * as many workers as there are processors, against decoding and resizing the same files and nothing else. Weights are
 * random in the shapes of ViT-B/32. Rates are medians, taken in turns because the machine may have other work, by the clock
 * and by the processor time of this program (PostgreSQL's is not in it).
 */
@Tag("bench")
final class VectorsBenchTest {
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final int PICTURES = 64;
    private static final int ROUNDS = 3;
    private static final ImageDecoder DECODER = new ImageDecoder(ImageLimits.DEFAULT);
    private static final Codebook CODEBOOK = new Codebook(
            "Types", "", "en", List.of(Variable.choice("kind", "Kind", List.of(category("a"), category("b")))));

    @TempDir
    Path folder;

    private Database database;
    private Models models;
    private RunWorker worker;
    private long version;

    private static Category category(String key) {
        return new Category(key, key, "", List.of(), List.of(), List.of("a picture of " + key));
    }

    @BeforeEach
    void publish() throws Exception {
        RandomModel.B32.write(folder.resolve("models/b32"));
        database = TestDb.fresh();
        World.populate(database.jdbi());
        models = new Models(new ModelDirectory(folder.resolve("models"), folder.resolve("demo")));
        var clip = new ClipClassifier(
                models,
                new PhraseVectors(models),
                embeddings(),
                DECODER,
                ModelPassports.of(models, database.jdbi()),
                new DevThresholds(database.jdbi().onDemand(ThresholdRows.class), Duration.ofSeconds(8)));
        worker = new RunWorker(database.jdbi(), new Classifiers(List.of(clip)), Clock.systemUTC());
        version = database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                insert into codebook_version (project_id, number, content, published_at)
                                values (1, 1, :content, now())
                                returning id
                                """)
                        .bind("content", new Json(CodebookJson.write(CODEBOOK)))
                        .mapTo(Long.class)
                        .one());
    }

    @AfterEach
    void close() {
        models.close();
        database.close();
    }

    private Embeddings embeddings() {
        return database.jdbi().onDemand(Embeddings.class);
    }

    @Test
    void images_per_second_from_stored_jpegs_to_stored_vectors() throws Exception {
        for (boolean progressive : List.of(false, true)) {
            var files = new ArrayList<byte[]>();
            for (int i = 0; i < PICTURES; i++) {
                var picture = Drawn.feed(i);
                files.add(progressive ? Drawn.progressiveJpeg(picture) : Drawn.encoded(picture, "jpeg"));
            }
            store(files);
            for (var precision : List.of(Precision.BF16, Precision.FP32)) {
                System.out.printf("%s JPEGs, %s%n", progressive ? "Progressive" : "Baseline", precision.label());
                compare(files, precision);
            }
        }
    }

    private void compare(List<byte[]> files, Precision precision) throws Exception {
        var loaded = models.open("b32", precision);
        pure(files, loaded);
        run(precision);
        var pure = new ArrayList<Rate>();
        var runs = new ArrayList<Rate>();
        var contended = new ArrayList<Rate>();
        for (int i = 0; i < ROUNDS; i++) {
            pure.add(pure(files, loaded));
            runs.add(run(precision));
            contended.add(besides(() -> run(precision)));
        }
        var alone = Rate.median(pure);
        var whole = Rate.median(runs);
        alone.print("decoding and resizing alone", alone);
        whole.print("run", alone);
        Rate.median(contended).print("run beside a busy thread", whole); // whose processor time is counted, too
        System.out.println("  one thread: " + profile(loaded));
    }

    /** Pictures a second. */
    private record Rate(double byClock, double byProcessor) {
        static Rate of(double seconds, double busy) {
            return new Rate(PICTURES / seconds, WORKERS * PICTURES / busy);
        }

        static Rate median(List<Rate> rates) {
            return new Rate(
                    middle(rates.stream().map(Rate::byClock).sorted().toList()),
                    middle(rates.stream().map(Rate::byProcessor).sorted().toList()));
        }

        private static double middle(List<Double> sorted) {
            return sorted.get(sorted.size() / 2);
        }

        void print(String what, Rate whole) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s by the clock %6.1f a second (%3.0f %%), by processor time %6.1f (%3.0f %%)%n",
                    what,
                    byClock,
                    100 * byClock / whole.byClock,
                    byProcessor,
                    100 * byProcessor / whole.byProcessor);
        }
    }

    private static Rate pure(List<byte[]> files, Models.Loaded loaded) throws Exception {
        return together(files.stream()
                .<Callable<?>>map(file -> () -> DECODER.decode(file, verdict -> input(verdict, loaded)))
                .toList());
    }

    private static float[] input(Verdict verdict, Models.Loaded loaded) {
        return verdict.map(picture -> loaded.model().input(Pixels.of(picture.asStored())), rejected -> new float[0]);
    }

    private Rate run(Precision precision) throws Exception {
        forget();
        var plan = new RunPlan(
                1,
                "clip",
                "b32",
                CODEBOOK,
                List.of("kind"),
                Json.of(Map.of("precision", precision.label(), "aggregation", "mean")),
                7);
        long run = new RunCreation(database.jdbi()).create(new RunOrder(plan, version, ImageFilter.ALL), null);
        var lanes = new ArrayList<Callable<?>>();
        for (int i = 0; i < WORKERS; i++) {
            var lane = run + ".1." + i;
            lanes.add(() -> worker.work(run, lane, Duration.ofMinutes(5), () -> false));
        }
        var rate = together(lanes);
        assertThat(count("select count(*) from run_item where outcome = 'coded' and run_id = " + run))
                .isEqualTo(PICTURES);
        assertThat(count("select count(*) from embedding")).isEqualTo(PICTURES);
        return rate;
    }

    private static Rate besides(Callable<Rate> work) throws Exception {
        var over = new AtomicBoolean();
        var busy = new Thread(() -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        });
        busy.start();
        try {
            return work.call();
        } finally {
            over.set(true);
            busy.join();
        }
    }

    private VectorTimes profile(Models.Loaded loaded) {
        forget();
        var vectors = new ImageVectors(embeddings(), DECODER, loaded, Sight.STORED, VectorOrigins.UNKNOWN);
        var hashes = database.jdbi()
                .withHandle(handle -> handle.createQuery("select sha256 from blob")
                        .mapTo(byte[].class)
                        .list());
        for (int i = 0; i < hashes.size(); i += 16) {
            vectors.of(hashes.subList(i, Math.min(hashes.size(), i + 16)));
        }
        return vectors.times();
    }

    private static Rate together(List<Callable<?>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(WORKERS);
        try {
            var processor = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long busy = processor.getProcessCpuTime();
            long begin = System.nanoTime();
            var tasks = work.stream().<Callable<Object>>map(one -> one::call).toList();
            for (var task : pool.invokeAll(tasks)) {
                task.get();
            }
            return Rate.of((System.nanoTime() - begin) / 1e9, (processor.getProcessCpuTime() - busy) / 1e9);
        } finally {
            pool.shutdown();
        }
    }

    private void forget() {
        database.jdbi().useHandle(handle -> handle.execute("delete from embedding"));
    }

    private long count(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void store(List<byte[]> files) {
        database.jdbi().useHandle(handle -> {
            handle.execute("truncate run, image, blob cascade");
            for (var file : files) {
                var sha256 = ModelHash.sha256().digest(file);
                handle.execute(
                        "insert into blob (sha256, media_type, width, height, size, bytes)"
                                + " values (?, 'image/jpeg', 1080, 1350, ?, ?)",
                        sha256,
                        file.length,
                        file);
                handle.execute("insert into image (project_id, sha256, path) values (1, ?, 'feed.jpg')", sha256);
            }
        });
    }
}
