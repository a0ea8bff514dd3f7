package codeframe.clip;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the time goes between a stored file and its stored vector: seconds of all threads together. */
final class VectorTimes {
    enum Part {
        READ("reading"),
        DECODE("decoding"),
        RESIZE("resizing"),
        ENCODE("encoding"),
        SAVE("saving");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    private final Map<Part, LongAdder> nanos = new EnumMap<>(Part.class);
    private final LongAdder vectors = new LongAdder();

    VectorTimes() {
        Arrays.stream(Part.values()).forEach(part -> nanos.put(part, new LongAdder()));
    }

    <T> T during(Part part, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.get(part).add(System.nanoTime() - begin);
        }
    }

    /** Work that happens while the other part is under way, and is no part of it. */
    <T> T within(Part other, Part part, Supplier<T> work) {
        long begin = System.nanoTime();
        try {
            return work.get();
        } finally {
            long taken = System.nanoTime() - begin;
            nanos.get(part).add(taken);
            nanos.get(other).add(-taken);
        }
    }

    void made(int count) {
        vectors.add(count);
    }

    long vectors() {
        return vectors.sum();
    }

    /** Milliseconds of one image, and the share of each part in them. */
    @Override
    public String toString() {
        double all =
                Math.max(1, nanos.values().stream().mapToLong(LongAdder::sum).sum());
        var shares = nanos.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.0f %%",
                        entry.getKey().word,
                        100 * entry.getValue().sum() / all))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT, "%d vectors, %.1f ms each: %s", vectors(), all / 1e6 / Math.max(1, vectors()), shares);
    }
}
