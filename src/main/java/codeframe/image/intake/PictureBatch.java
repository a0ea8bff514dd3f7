package codeframe.image.intake;

import codeframe.image.decode.Animation;
import codeframe.image.decode.ImageDecoder;
import codeframe.image.store.Picture;
import codeframe.image.store.Taken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Collects files until there are enough to be worth a transaction, decodes them in parallel, and saves them. */
final class PictureBatch {
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES =
            Math.min(48L << 20, Runtime.getRuntime().maxMemory() / 16);

    private final PictureStore store;
    private final Tries tries;
    private final ImageDecoder decoder;
    private final ExecutorService threads;
    private final List<Entry.Loaded> loaded = new ArrayList<>();
    private final List<PictureStore.Line> settled = new ArrayList<>();
    private long bytes;

    PictureBatch(PictureStore store, Tries tries, ImageDecoder decoder, ExecutorService threads) {
        this.store = store;
        this.tries = tries;
        this.decoder = decoder;
        this.threads = threads;
    }

    void add(Entry.Loaded file) {
        if (tries.isGivenUp(file.entry())) {
            add(new Entry.Settled(file.entry(), "rejected", Tries.GIVEN_UP));
        } else if (tries.isSuspect(file.entry())) {
            save();
            take(file);
            save();
        } else {
            take(file);
            saveWhenFull();
        }
    }

    private void take(Entry.Loaded file) {
        loaded.add(file);
        bytes += file.bytes().length;
    }

    void add(Entry.Settled file) {
        settled.add(new PictureStore.Line(file.entry(), "", file.verdict(), file.reason()));
        saveWhenFull();
    }

    private void saveWhenFull() {
        if (loaded.size() + settled.size() >= MOST_FILES || bytes >= MOST_BYTES) {
            save();
        }
    }

    void save() {
        if (loaded.isEmpty() && settled.isEmpty()) {
            return;
        }
        var entries = loaded.stream().map(Entry.Loaded::entry).toList();
        tries.begin(entries);
        try {
            decodeAndStore();
        } finally {
            tries.end(entries);
        }
        loaded.clear();
        settled.clear();
        bytes = 0;
    }

    private void decodeAndStore() {
        var contents = loaded.stream().map(file -> Taken.sha256(file.bytes())).toList();
        var known = store.known(contents);
        var decoding = decode(contents, known.keySet());
        Map<String, Picture> pictures = new LinkedHashMap<>();
        var lines = new ArrayList<>(settled);
        for (int i = 0; i < loaded.size(); i++) {
            var file = loaded.get(i);
            String content = contents.get(i);
            if (known.containsKey(content)) {
                lines.add(new PictureStore.Line(file.entry(), content, "duplicate", ""));
            } else {
                var taken = result(decoding.get(content));
                lines.add(line(file, content, taken));
                if (taken.isPicture()) {
                    var picture =
                            new Picture(content, file.bytes(), file.entry().path(), taken);
                    pictures.putIfAbsent(content, picture);
                }
            }
        }
        store.save(pictures.values(), lines);
    }

    private static PictureStore.Line line(Entry.Loaded file, String content, Taken taken) {
        var reason = taken.reason().isEmpty() ? Animation.note(file.bytes()) : taken.reason();
        return new PictureStore.Line(file.entry(), taken.isPicture() ? content : "", taken.verdict(), reason);
    }

    private Map<String, Future<Taken>> decode(List<String> contents, Set<String> known) {
        Map<String, Future<Taken>> decoding = new HashMap<>();
        var begun = new HashSet<>(known);
        for (int i = 0; i < contents.size(); i++) {
            byte[] content = loaded.get(i).bytes();
            if (begun.add(contents.get(i))) {
                decoding.put(contents.get(i), threads.submit(() -> Taken.of(decoder, content)));
            }
        }
        return decoding;
    }

    private static Taken result(Future<Taken> decoding) {
        try {
            return decoding.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while decoding", stopping);
        } catch (ExecutionException e) {
            throw new IllegalStateException("decoding failed in a way that is no verdict", e);
        }
    }
}
