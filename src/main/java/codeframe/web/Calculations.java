package codeframe.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Reports are computed in a few threads of their own, so that whoever reads a page or codes an image waits for none of
 * them. Who asked for one waits for their turn; when too many wait, the next is refused at once.
 */
public final class Calculations implements AutoCloseable {
    private static final int RETRY_SECONDS = 30;

    private final ForkJoinPool threads;
    private final Semaphore running;
    private final Semaphore places;

    /** As many at a time as the processors allow without taking all of a larger machine. */
    public Calculations() {
        this(Math.max(Math.min(2, processors()), processors() - 1), 2, 40);
    }

    /**
     * @param threads in which they run, and in which their parallel loops stay
     * @param atOnce how many are computed at the same time, each with its share of the memory
     * @param waiting how many more may wait
     */
    public Calculations(int threads, int atOnce, int waiting) {
        this.threads = new ForkJoinPool(threads);
        this.running = new Semaphore(atOnce, true);
        this.places = new Semaphore(atOnce + waiting);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Within a calculation at once: it has its turn already. */
    public <T> T run(Supplier<T> work) {
        if (ForkJoinTask.getPool() == threads) {
            return work.get();
        }
        if (!places.tryAcquire()) {
            throw new Problem.Busy(
                    "The server is computing as many reports as it can, and others wait already. Nothing was computed or"
                            + " lost. Try again in half a minute.",
                    RETRY_SECONDS);
        }
        try {
            running.acquire();
            try {
                return inThreads(work);
            } finally {
                running.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem.Unavailable("The server is being stopped. Ask again once it has started.");
        } finally {
            places.release();
        }
    }

    /** How many wait for their turn. */
    int waiting() {
        return running.getQueueLength();
    }

    private <T> T inThreads(Supplier<T> work) throws InterruptedException {
        try {
            return CompletableFuture.supplyAsync(work, threads).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
