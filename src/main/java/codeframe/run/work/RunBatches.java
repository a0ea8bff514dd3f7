package codeframe.run.work;

import codeframe.coding.Coded;
import codeframe.coding.Codings;
import codeframe.db.Json;
import codeframe.run.CannotRun;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims images, has them classified outside of any transaction, and keeps what came of it. */
final class RunBatches {
    private static final Logger LOG = LoggerFactory.getLogger(RunBatches.class);

    /** Far longer than any batch takes; a worker silent for that long is taken for dead. */
    static final Duration STALE = Duration.ofMinutes(10);

    private final Jdbi jdbi;
    private final RunQueue queue;
    private final Clock clock;
    private final Session session;
    private final long run;
    private final RunQueue.Job job;
    private final String worker;
    /** Claimed, and not yet taken by a thread. */
    private final Deque<RunImage> ahead = new ArrayDeque<>();

    RunBatches(Jdbi jdbi, Clock clock, Session session, long run, RunQueue.Job job, String worker) {
        this.jdbi = jdbi;
        this.queue = jdbi.onDemand(RunQueue.class);
        this.clock = clock;
        this.session = session;
        this.run = run;
        this.job = job;
        this.worker = worker;
    }

    /** @return whether it stopped because it was told to, with images left perhaps */
    boolean work(BooleanSupplier enough) {
        while (!enough.getAsBoolean()) {
            var now = clock.instant();
            if (session.notBefore().filter(now::isBefore).isPresent()) {
                return true;
            }
            var images = next(now);
            if (images.isEmpty()) {
                return false;
            }
            save(settled(images));
        }
        return true;
    }

    /** Threads share a claim: each would otherwise ask for its next image alone. */
    private synchronized List<RunImage> next(Instant now) {
        if (ahead.isEmpty()) {
            int limit = session.batch() * Math.max(1, session.threads() / 4);
            ahead.addAll(queue.claim(run, worker, limit, now, false));
        }
        if (ahead.isEmpty()) {
            ahead.addAll(queue.claim(run, worker, 1, now, true));
        }
        var images = new ArrayList<RunImage>();
        while (images.size() < session.batch() && !ahead.isEmpty()) {
            images.add(ahead.poll());
        }
        return images;
    }

    /** Exactly one result for each image: by identity, whatever the classifier hands back. */
    private List<Result> settled(List<RunImage> images) {
        Map<Long, Result> results = classify(images).stream()
                .collect(Collectors.toMap(Result::image, Function.identity(), (first, second) -> first));
        return images.stream()
                .map(image -> results.getOrDefault(
                        image.id(),
                        Result.Done.failed(image.id(), Outcome.FAILED, "The classifier gave no answer for it.")))
                .toList();
    }

    /** An error in a batch is sought image by image, so that one image fails alone. */
    private List<Result> classify(List<RunImage> images) {
        try {
            return session.classify(images);
        } catch (CannotRun e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (images.size() == 1) {
                return List.of(failure(images.get(0), e));
            }
            var results = new ArrayList<Result>();
            images.forEach(image -> results.addAll(classify(List.of(image))));
            return results;
        }
    }

    private Result failure(RunImage image, Throwable e) {
        LOG.warn("run {}: image {} failed", run, image.id(), e);
        var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return Result.Done.failed(image.id(), Outcome.FAILED, "It could not be classified: " + said);
    }

    /** Codes, codings and outcomes in one transaction, and only of images that are still this worker's. */
    private void save(List<Result> results) {
        var done = only(Result.Done.class, results);
        var later = only(Result.Later.class, results);
        jdbi.useTransaction(handle -> {
            var items = handle.attach(RunQueue.class);
            if (!later.isEmpty()) {
                items.postpone(run, worker, Json.of(later));
            }
            var mine = new HashSet<>(items.settle(run, worker, rows(done), clock.instant()));
            var kept = done.stream()
                    .filter(result -> mine.contains(result.image()))
                    .toList();
            if (session.keep(handle, kept)) {
                return;
            }
            var coded = kept.stream()
                    .filter(result -> result.outcome().hasCodes())
                    .map(result -> new Coded(result.image(), result.outcome().word(), result.codes()))
                    .toList();
            if (!coded.isEmpty()) {
                handle.attach(Codings.class).add(job.projectId(), job.coderId(), job.versionId(), coded);
            }
        });
    }

    private static <T extends Result> List<T> only(Class<T> type, List<Result> results) {
        return results.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Json rows(List<Result.Done> done) {
        record Row(long image, String outcome, String error, Json detail, boolean reused, int ms) {}
        return Json.of(done.stream()
                .map(r -> new Row(r.image(), r.outcome().word(), r.error(), r.detail(), r.reused(), r.ms()))
                .toList());
    }
}
