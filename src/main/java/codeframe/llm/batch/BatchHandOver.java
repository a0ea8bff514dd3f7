package codeframe.llm.batch;

import codeframe.llm.ask.ImageFailed;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.RetryLater;
import codeframe.llm.price.Request;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Uploads the file of a batch and has the server make a batch of it. Whatever is refused, or breaks before the batch can
 * have come about, leaves nothing set aside and no file behind.
 */
final class BatchHandOver {
    /** So often is a file uploaded before its batch is put off. */
    private static final int TRIES = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private static final int TOO_LARGE = 413;

    private final PaidRequests paid;

    BatchHandOver(PaidRequests paid) {
        this.paid = paid;
    }

    /** @throws CannotRun when the server will take no batch */
    void send(RequestSetup setup, long run, long batch, Path file, String token) {
        var files = new BatchFiles(setup.client());
        try {
            var uploaded = uploaded(files, setup, run, file);
            paid.batches().keep(batch, List.of(uploaded));
            make(setup, run, batch, uploaded, token);
        } catch (ServerRefusal said) {
            refused(setup, batch, said);
        } catch (CannotRun reason) {
            BatchResults.drop(paid, batch, "The server did not take the batch.");
            throw reason;
        } catch (TransportError trouble) {
            BatchResults.drop(paid, batch, trouble.getMessage());
        } finally {
            forget(files, batch);
        }
    }

    /** Twice is no harm: a file costs nothing, and the one that nobody knows of goes by itself. */
    private String uploaded(BatchFiles files, RequestSetup setup, long run, Path file) {
        for (int tries = 1; ; tries++) {
            try {
                return withExpiry(
                        setup,
                        run,
                        () -> files.upload(file, !setup.shape().now().contains(RequestHabit.NO_EXPIRY)));
            } catch (ServerRefusal | TransportError failure) {
                if (tries == TRIES || (failure instanceof ServerRefusal said && isTooLarge(said))) {
                    throw failure;
                }
                pause(paid.backoff().after(failure, tries).time());
            }
        }
    }

    /** A refusal of the day on which files go by themselves is learned, and the request goes out once more without. */
    private static <T> T withExpiry(RequestSetup setup, long run, Supplier<T> request) {
        try {
            return request.get();
        } catch (ServerRefusal said) {
            var plan = setup.plan();
            var about = new Request(
                    plan.project(), setup.server().id(), plan.model(), "run", run, null, 0, 0, false, null, 0);
            if (setup.shape().refusesExpiry(said, about)) {
                return request.get();
            }
            throw said;
        }
    }

    /** Whether a batch came about of which no answer told is found out by its token, when its images come round again. */
    private void make(RequestSetup setup, long run, long batch, String uploaded, String token) {
        var server = new BatchClient(setup.client());
        try {
            var remote = withExpiry(
                    setup,
                    run,
                    () -> server.make(uploaded, token, !setup.shape().now().contains(RequestHabit.NO_EXPIRY)));
            if (paid.batches().sent(batch, remote) == 0) {
                server.cancel(remote); // it took so long that its run was given up meanwhile
            }
        } catch (TransportError unsure) {
            if (unsure.kind() != TransportError.Kind.BROKEN && unsure.kind() != TransportError.Kind.TOO_SLOW) {
                throw unsure;
            }
        } catch (ServerRefusal said) {
            if (!isUnsure(said)) {
                throw said;
            }
        }
    }

    /** A full queue, and a file that is too large, make the next batch smaller; trouble that passes is waited for. */
    private void refused(RequestSetup setup, long batch, ServerRefusal said) {
        var words = ServerErrorText.of(said).replaceFirst("^, in its words: ", "");
        boolean full = QueueLimit.says(said.body());
        if (full || isTooLarge(said)) {
            int requests = paid.batches().open(batch).size();
            paid.batches().bears(setup.server().id(), batch, QueueLimit.next(requests));
            BatchResults.drop(paid, batch, full ? QueueLimit.sentence(words) : "The server finds the batch too large.");
            return;
        }
        try {
            BatchResults.drop(paid, batch, paid.backoff().after(said, 1).sentence());
        } catch (CannotRun | ImageFailed reason) {
            BatchResults.drop(paid, batch, "The server did not take the batch.");
            throw new CannotRun(paid.backoff().refusal(said));
        }
    }

    /** It broke behind the server's door, where the batch may have come about. */
    private static boolean isUnsure(ServerRefusal said) {
        return said.status() >= 500 || said.status() == 408 || said.status() == 409;
    }

    private static boolean isTooLarge(ServerRefusal said) {
        return said.status() == TOO_LARGE;
    }

    /** The file of a batch that did not come about. */
    private void forget(BatchFiles files, long id) {
        var batch = paid.batches().batch(id).orElseThrow();
        if (!batch.isUnderWay() && !batch.files().isEmpty()) {
            paid.batches().keep(id, files.delete(batch.files()));
        }
    }

    private void pause(Duration wished) {
        try {
            Thread.sleep(Math.min(wished.toMillis(), LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetryLater(paid.clock().instant(), "The program was stopping.");
        }
    }
}
