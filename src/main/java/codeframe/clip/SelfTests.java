package codeframe.clip;

import codeframe.db.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests models when they are first used in a life of the program, and when somebody asks: what they make of drawn
 * inputs is held to what they made of them first.
 */
final class SelfTests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTests.class);

    private final Models models;
    private final Fingerprints fingerprints;
    private final Map<String, Fingerprints.Kept> tested = new HashMap<>();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> {
        var thread = new Thread(run, "model self-test");
        thread.setDaemon(true);
        return thread;
    });

    SelfTests(Models models, Fingerprints fingerprints) {
        this.models = models;
        this.fingerprints = fingerprints;
    }

    /** Begins in the background; nothing happens where it is under way. */
    void start(String name) {
        if (running.add(name)) {
            failures.remove(name);
            worker.execute(() -> attempt(name));
        }
    }

    private void attempt(String name) {
        try {
            test(name, models.open(name, Precision.AUTO), true);
        } catch (BrokenModel e) {
            failures.put(name, e.getMessage());
        } catch (OutOfMemoryError e) {
            LOG.warn("the self-test of {} failed", name, e);
            failures.put(
                    name,
                    "There was not enough memory to test the model. Test it again when no run is under way, or give"
                            + " the server more.");
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the self-test of {} failed", name, e);
            failures.put(name, "The model could not be tested; the server’s log has the cause.");
        } finally {
            running.remove(name);
        }
    }

    /** What the model makes here; it is tested where that has not been done since the program started. */
    Fingerprints.Kept of(String name, Models.Loaded loaded) {
        return test(name, loaded, false);
    }

    private synchronized Fingerprints.Kept test(String name, Models.Loaded loaded, boolean anew) {
        var folder = models.directory().named(name);
        var known = tested.get(loaded.imageVectors());
        if (known != null && !anew && fingerprints.holds(known.id())) {
            folder.ifPresent(one -> issueAgain(one, known));
            return known;
        }
        var drawn = DrawnVectors.of(loaded.model());
        var before = before(loaded, drawn);
        var kept = before.orElseGet(() -> keep(loaded, drawn));
        tested.put(loaded.imageVectors(), kept);
        folder.ifPresent(one -> issue(one, kept, before.isEmpty()));
        failures.remove(name);
        return kept;
    }

    /** Another machine is one whose name or version is another, or one of the same that computes otherwise now. */
    private Optional<Fingerprints.Kept> before(Models.Loaded loaded, DrawnVectors drawn) {
        var computer = Computer.here();
        return fingerprints.of(loaded.hash(), loaded.model().precision().label()).stream()
                .filter(kept ->
                        kept.computer().equals(computer) && kept.drawn().distance(drawn) < DrawnVectors.ROUNDING)
                .findFirst();
    }

    private Fingerprints.Kept keep(Models.Loaded loaded, DrawnVectors drawn) {
        var computer = Computer.here();
        return fingerprints.keep(
                loaded.hash(),
                loaded.model().precision().label(),
                computer.library(),
                computer.processor(),
                drawn.bytes());
    }

    /** Of a second folder of the same content, or one that was copied again, whose vectors are known already. */
    private void issueAgain(ModelFolder folder, Fingerprints.Kept kept) {
        if (current(folder, kept).isEmpty()) {
            issue(folder, kept, false);
        }
    }

    private void issue(ModelFolder folder, Fingerprints.Kept kept, boolean first) {
        var files = current(folder, kept)
                .map(Fingerprints.Passport::files)
                .orElseGet(() -> Json.of(ModelFile.in(folder.path())));
        fingerprints.issue(folder.name(), files, kept.id(), first);
    }

    private Optional<Fingerprints.Passport> current(ModelFolder folder, Fingerprints.Kept kept) {
        var state = FolderState.of(folder.path());
        return fingerprints
                .passport(folder.name())
                .filter(passport -> passport.model().equals(kept.model()) && passport.isOf(state));
    }

    boolean isRunning(String name) {
        return running.contains(name);
    }

    /** Why the last one did not come to its end, or empty. */
    String failure(String name) {
        return failures.getOrDefault(name, "");
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
