package codeframe.clip;

import codeframe.image.decode.ImageDecoder;
import codeframe.image.decode.Orientation;
import codeframe.image.decode.Verdict;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vectors of images by content: taken from the store, or computed from the file and kept. */
final class ImageVectors {
    private static final long READ_AT_ONCE = 24L << 20;

    private final Embeddings embeddings;
    private final ImageDecoder decoder;
    private final Models.Loaded loaded;
    private final Sight sight;
    private final VectorOrigins origins;
    private final VectorTimes times = new VectorTimes();

    /** What is known of one content: a vector, or the reason why there is none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(float[] vector, boolean reused, String unreadable) {
        boolean hasVector() {
            return unreadable.isEmpty();
        }

        boolean computed() {
            return hasVector() && !reused;
        }
    }

    ImageVectors(
            Embeddings embeddings, ImageDecoder decoder, Models.Loaded loaded, Sight sight, VectorOrigins origins) {
        this.origins = origins;
        this.embeddings = embeddings;
        this.decoder = decoder;
        this.loaded = loaded;
        this.sight = sight;
    }

    static String key(byte[] sha256) {
        return HexFormat.of().formatHex(sha256);
    }

    /** By the content's hash in hexadecimal digits; every hash asked for is answered. */
    Map<String, Found> of(Collection<byte[]> hashes) {
        Map<String, byte[]> missing = new LinkedHashMap<>();
        hashes.forEach(hash -> missing.put(key(hash), hash));
        var found = new HashMap<String, Found>();
        found.putAll(stored(missing));
        if (learned(missing)) {
            found.putAll(stored(missing));
        }
        found.putAll(computed(missing));
        return found;
    }

    /** How many of them have no vector that is stored. */
    int missing(Collection<byte[]> hashes) {
        Map<String, byte[]> missing = new LinkedHashMap<>();
        hashes.forEach(hash -> missing.put(key(hash), hash));
        stored(missing);
        return missing.size();
    }

    /** Takes what it finds out of the missing ones. */
    private Map<String, Found> stored(Map<String, byte[]> missing) {
        var found = new HashMap<String, Found>();
        if (!missing.isEmpty()) {
            for (var stored : embeddings.stored(loaded.imageVectors(), upright(), List.copyOf(missing.values()))) {
                origins.meet(stored.fingerprintId());
                missing.remove(key(stored.sha256()));
                found.put(key(stored.sha256()), new Found(floats(stored.vector()), true, ""));
            }
        }
        return found;
    }

    /** Looks at pictures that have a vector of the other sight: where there is no mark, it serves this one, too. */
    private boolean learned(Map<String, byte[]> missing) {
        var others = missing.isEmpty()
                ? List.<byte[]>of()
                : embeddings.unseen(loaded.imageVectors(), upright(), List.copyOf(missing.values())).stream()
                        .map(Embeddings.Stored::sha256)
                        .toList();
        embeddings.remember(
                others,
                others.stream()
                        .map(hash -> embeddings
                                .file(hash)
                                .map(bytes -> Orientation.of(bytes) != Orientation.UPRIGHT)
                                .orElse(false))
                        .toList());
        return !others.isEmpty();
    }

    private boolean upright() {
        return sight == Sight.UPRIGHT;
    }

    private Map<String, Found> computed(Map<String, byte[]> missing) {
        var found = new HashMap<String, Found>();
        Map<String, float[]> inputs = new LinkedHashMap<>();
        var turned = new ArrayList<Boolean>();
        shown(missing).forEach((key, shown) -> {
            if (shown.unreadable.isEmpty()) {
                inputs.put(key, shown.input);
                turned.add(shown.turned);
            } else {
                found.put(key, new Found(new float[0], false, shown.unreadable));
            }
        });
        var vectors =
                times.during(VectorTimes.Part.ENCODE, () -> loaded.model().embedInputs(List.copyOf(inputs.values())));
        var keys = List.copyOf(inputs.keySet());
        for (int i = 0; i < vectors.length; i++) {
            found.put(keys.get(i), new Found(vectors[i], false, ""));
        }
        times.during(
                VectorTimes.Part.SAVE,
                () -> keep(keys.stream().map(missing::get).toList(), vectors, turned));
        return found;
    }

    /** By content. Files are read some at a time, so that large ones take no more memory than small ones. */
    private Map<String, Shown> shown(Map<String, byte[]> missing) {
        var left = new LinkedHashMap<>(missing);
        var shown = new LinkedHashMap<String, Shown>();
        while (!left.isEmpty()) {
            var files = times.during(
                    VectorTimes.Part.READ, () -> embeddings.files(List.copyOf(left.values()), READ_AT_ONCE));
            if (files.isEmpty()) {
                left.keySet().forEach(gone -> shown.put(gone, Shown.nothing("The file is no longer stored.")));
                left.clear();
            }
            for (var file : files) {
                shown.put(
                        key(file.sha256()),
                        times.during(VectorTimes.Part.DECODE, () -> decoder.decode(file.bytes(), this::shown)));
                left.remove(key(file.sha256()));
            }
        }
        return shown;
    }

    /** What the model is shown of an image, and whether it was turned for that; or why there is nothing to show. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Shown(float[] input, boolean turned, String unreadable) {
        static Shown nothing(String reason) {
            return new Shown(new float[0], false, reason);
        }
    }

    private Shown shown(Verdict verdict) {
        return times.within(
                VectorTimes.Part.DECODE,
                VectorTimes.Part.RESIZE,
                () -> verdict.map(this::shown, rejected -> Shown.nothing(rejected.reason())));
    }

    private Shown shown(Verdict.Picture picture) {
        var input = loaded.model().input(Pixels.of(sight.of(picture)));
        return new Shown(input, picture.orientation() != Orientation.UPRIGHT, "");
    }

    private int keep(List<byte[]> hashes, float[][] vectors, List<Boolean> turned) {
        var bytes = new ArrayList<byte[]>();
        for (var vector : vectors) {
            bytes.add(bytes(vector));
        }
        embeddings.keep(loaded.imageVectors(), upright(), origins.here(), hashes, bytes);
        if (!hashes.isEmpty()) {
            origins.meet(origins.here());
        }
        embeddings.remember(hashes, turned);
        times.made(vectors.length);
        return vectors.length;
    }

    VectorTimes times() {
        return times;
    }

    static byte[] bytes(float[] vector) {
        var buffer = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
