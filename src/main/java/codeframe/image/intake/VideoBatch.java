package codeframe.image.intake;

import codeframe.image.archive.BadZip;
import codeframe.image.video.FrameRule;
import codeframe.image.video.TakenVideo;
import codeframe.image.video.VideoFolder;
import codeframe.image.video.VideoRefused;
import codeframe.image.video.VideoTaking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Videos on their way: written to private files one after another, looked through side by side, saved in their order. */
final class VideoBatch implements AutoCloseable {
    private static final int MOST = 8;
    private static final String GIVEN_UP = "The server failed three times while it worked on this video.";

    private final VideoStore store;
    private final Tries tries;
    private final VideoTaking videos;
    private final FrameRule rule;
    private final ExecutorService threads;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private long bytes;

    VideoBatch(VideoStore store, Tries tries, VideoTaking videos, FrameRule rule, ExecutorService threads) {
        this.store = store;
        this.tries = tries;
        this.videos = videos;
        this.rule = rule;
        this.threads = threads;
    }

    private record Pending(Entry entry, VideoFolder folder, Future<TakenVideo> taken) {}

    /** @return the line of the ledger for a video that is refused before it was looked at */
    Optional<Entry.Settled> add(Entry.Moving file) {
        if (tries.isGivenUp(file.entry())) {
            return refused(file, GIVEN_UP);
        } else if (tries.isSuspect(file.entry())) {
            save();
        }
        try {
            videos.reader().checkInstalled();
            begin(file);
        } catch (VideoRefused refused) {
            return refused(file, refused.getMessage());
        } catch (IOException e) {
            if (e.getCause() instanceof BadZip) {
                return refused(file, e.getMessage());
            }
            throw new UncheckedIOException(e);
        }
        if (tries.isSuspect(file.entry())) {
            save();
        }
        saveWhenFull();
        return Optional.empty();
    }

    private static Optional<Entry.Settled> refused(Entry.Moving file, String reason) {
        return Optional.of(new Entry.Settled(file.entry(), "rejected", reason));
    }

    private void begin(Entry.Moving file) throws IOException, VideoRefused {
        try (var in = file.bytes().open()) {
            var folder = VideoFolder.of(in, videos.reader().limits().bytes());
            tries.begin(List.of(file.entry()));
            bytes += folder.size();
            pending.add(new Pending(file.entry(), folder, taken(folder, file)));
        }
    }

    /** What is known already, or under way, is not looked through again. */
    private Future<TakenVideo> taken(VideoFolder folder, Entry.Moving file) {
        if (store.known(folder.sha256()).isPresent()) {
            return CompletableFuture.failedFuture(new IllegalStateException("removed at this moment"));
        }
        return pending.stream()
                .filter(one -> one.folder.sha256().equals(folder.sha256()))
                .map(Pending::taken)
                .findFirst()
                .orElseGet(() -> threads.submit(() -> videos.take(folder, file.format(), rule)));
    }

    private void saveWhenFull() {
        while (pending.size() >= MOST || bytes > videos.reader().limits().bytes()) {
            saveNext();
        }
    }

    void save() {
        while (!pending.isEmpty()) {
            saveNext();
        }
    }

    private void saveNext() {
        var next = pending.element();
        try {
            save(next);
            remove(next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(Pending next) throws IOException {
        var known = store.known(next.folder.sha256());
        if (known.isPresent()) {
            store.saveDuplicate(next.entry, known.get());
            return;
        }
        try {
            store.save(next.entry, next.taken.get());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof VideoRefused)) {
                drop(next);
                throw new IllegalStateException("a video failed in a way that is no verdict", e);
            }
            store.saveRefusal(next.entry, e.getCause().getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking through a video", stopping);
        }
    }

    private void remove(Pending one) throws IOException {
        drop(one);
        tries.end(List.of(one.entry));
    }

    /** Its try counts: a video over which the server fails again and again must not end the import. */
    private void drop(Pending one) throws IOException {
        pending.remove(one);
        bytes -= one.folder.size();
        one.folder.close();
    }

    /** What is not saved is begun anew by whoever takes the import over. */
    @Override
    public void close() throws IOException {
        for (var one : List.copyOf(pending)) {
            one.taken.cancel(true);
            remove(one);
        }
    }
}
