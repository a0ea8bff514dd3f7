package codeframe.llm.batch;

import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.SilentCut;
import codeframe.llm.price.Batches;
import codeframe.llm.price.Receipt;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.ServerRefusal;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks how far the server is with a batch, settles its requests when it is over, and takes its files away. */
public final class BatchResults {
    private final PaidRequests paid;
    private final Duration pollEvery;

    public BatchResults(PaidRequests paid, Duration pollEvery) {
        this.paid = paid;
        this.pollEvery = pollEvery;
    }

    /** Nothing of it was done, so nothing of it was paid, and nothing of it counts against its images. */
    static void drop(PaidRequests paid, long batch, String sentence) {
        paid.batches().open(batch).forEach(one -> paid.ledger().settle(one.id(), Receipt.failed(null, sentence, 0)));
        paid.batches().excuse(batch);
        paid.batches().end(batch, "failed", sentence);
    }

    /** @return whether it is over, so that its images can go on */
    boolean look(RequestSetup setup, long id) {
        var batch = paid.batches().batch(id).orElseThrow();
        var now = paid.clock().instant();
        if (!batch.isUnderWay() || !paid.batches().mayLook(id, now, now.minus(pollEvery.dividedBy(2)))) {
            return !batch.isUnderWay();
        }
        var server = new BatchClient(setup.client());
        try {
            var remote = batch.remoteId() != null ? Optional.of(batch.remoteId()) : adopted(setup, server, batch);
            return remote.isEmpty() || collected(setup, server, batch, remote.get());
        } catch (BatchGone gone) {
            giveUp(setup, batch, gone);
            return true;
        } catch (ServerRefusal said) {
            if (said.status() == 401 || said.status() == 403) {
                throw new CannotRun(paid.backoff().refusal(said));
            }
            return false;
        } catch (TransportError passing) {
            return false;
        }
    }

    /** A batch whose handing over broke off: either the server has it, or nothing happened. */
    private Optional<String> adopted(RequestSetup setup, BatchClient server, Batches.Batch batch) {
        var found = server.find(batch.token());
        found.ifPresentOrElse(remote -> paid.batches().sent(batch.id(), remote), () -> {
            drop(paid, batch.id(), "The batch did not come about: its handing over broke off.");
            deleteFiles(setup.client(), batch.id(), batch.files());
        });
        return found;
    }

    private boolean collected(RequestSetup setup, BatchClient server, Batches.Batch batch, String remote) {
        var progress = server.look(remote);
        if (!progress.over()) {
            return false;
        }
        paid.batches().keep(batch.id(), progress.files());
        if (progress.refused()) {
            refused(setup, batch, progress);
            return true;
        }
        settle(setup, batch.id(), progress);
        var left = "The batch ended without this request (" + progress.status() + ").";
        paid.batches().open(batch.id()).forEach(one -> paid.ledger().settle(one.id(), Receipt.failed(null, left, 0)));
        paid.batches().end(batch.id(), "done", progress.words());
        deleteFiles(setup.client(), batch.id(), progress.files());
        setup.askings()
                .preview()
                .forEach(asking -> SilentCut.check(
                        asking, paid.answered().latestCounts(batch.runId(), asking.step(), SilentCut.IMAGES)));
        return true;
    }

    /** @throws BatchGone after what is there was settled, when a file is gone */
    private void settle(RequestSetup setup, long batch, BatchClient.Progress progress) {
        Map<String, Batches.Open> open = new HashMap<>();
        paid.batches().open(batch).forEach(one -> open.put(Long.toString(one.id()), one));
        var files = new BatchFiles(setup.client());
        Optional<BatchGone> missing = Optional.empty();
        for (var file : List.of(progress.output(), progress.errors())) {
            if (!file.isEmpty()) {
                try {
                    files.fetch(
                            file,
                            (id, line) -> Optional.ofNullable(open.get(id))
                                    .ifPresent(one -> BatchLine.read(setup, one, line)
                                            .note(paid.batches(), paid.ledger(), one.id())));
                } catch (BatchGone gone) {
                    missing = Optional.of(gone);
                }
            }
        }
        if (missing.isPresent()) {
            throw missing.get();
        }
    }

    /** A full queue makes batches smaller and waits; whatever else is refused as a whole stops the run in its words. */
    private void refused(RequestSetup setup, Batches.Batch batch, BatchClient.Progress progress) {
        boolean full = QueueLimit.says(progress.words());
        if (full) {
            int requests = paid.batches().open(batch.id()).size();
            paid.batches().bears(setup.server().id(), batch.id(), QueueLimit.next(requests));
        }
        drop(paid, batch.id(), full ? QueueLimit.sentence(progress.words()) : "The server refused the batch.");
        deleteFiles(setup.client(), batch.id(), progress.files());
        if (!full) {
            throw new CannotRun("The server refused the batch"
                    + (progress.words().isEmpty() ? "" : ", in its words: “" + progress.words() + "”") + ".");
        }
    }

    /** What cannot be deleted now stays noted, and the sweep comes back for it. */
    public void deleteFiles(LlmClient client, long batch, List<String> files) {
        paid.batches().keep(batch, new BatchFiles(client).delete(files));
    }

    /**
     * A batch of a run that nobody goes on with: a cancelled run's is stopped at the server; what was done is settled.
     *
     * @param cancelled whether nobody will go on with it
     */
    public void abandon(RequestSetup setup, long id, boolean cancelled) {
        var batch = paid.batches().batch(id).orElseThrow();
        var server = new BatchClient(setup.client());
        try {
            var remote = batch.remoteId() != null ? Optional.of(batch.remoteId()) : adopted(setup, server, batch);
            if (remote.isPresent() && !collected(setup, server, batch, remote.get()) && cancelled) {
                server.cancel(remote.get());
            }
        } catch (BatchGone gone) {
            giveUp(setup, batch, gone);
        } catch (CannotRun | ServerRefusal | TransportError settledOrPassing) {
            // Looked at again with the next sweep, unless it is settled.
        }
    }

    private void giveUp(RequestSetup setup, Batches.Batch batch, BatchGone gone) {
        giveUp(batch.id(), gone.getMessage());
        paid.batches().batch(batch.id()).ifPresent(one -> deleteFiles(setup.client(), one.id(), one.files()));
    }

    /** A batch of which nobody will ever hear again, as when its server was removed or forgot it: it counts at the most it can have cost. */
    public void giveUp(long batch, String why) {
        paid.batches()
                .open(batch)
                .forEach(one -> paid.ledger()
                        .settle(one.id(), Receipt.lost(one.reserved(), null, "The batch was given up: " + why, 0)));
        paid.batches().end(batch, "failed", why);
    }
}
