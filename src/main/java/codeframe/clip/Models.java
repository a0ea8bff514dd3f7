package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/** Loads models when they are first needed and keeps them, one for all threads. */
public final class Models implements AutoCloseable {
    private record Key(Path weights, FileTime changed, Precision precision) {}

    /** A model in memory and the name under which its vectors are stored. */
    public record Loaded(ClipModel model, String hash) {
        /** Vectors of images computed in bf16 are not those computed in fp32. */
        public String imageVectors() {
            return hash + "/" + model.precision().label();
        }
    }

    private final ModelDirectory directory;
    private final Map<Key, Loaded> loaded = new HashMap<>();

    public Models(ModelDirectory directory) {
        this.directory = directory;
    }

    public ModelDirectory directory() {
        return directory;
    }

    /** @throws BrokenModel with the sentence to show */
    public Loaded open(String name, Precision precision) {
        var folder = directory
                .named(name)
                .orElseThrow(() -> new BrokenModel("The model “" + name + "” is not installed on this server."));
        if (!folder.usable()) {
            throw new BrokenModel(folder.problem());
        }
        return open(folder.path(), precision);
    }

    private synchronized Loaded open(Path folder, Precision precision) {
        var weights = WeightFiles.in(folder).paths().get(0);
        var known = loaded.get(key(weights, precision));
        if (known != null) {
            return known;
        }
        var model = ClipModel.load(folder, precision);
        var fresh = new Loaded(model, ModelHash.of(folder));
        loaded.put(key(weights, precision), fresh);
        loaded.putIfAbsent(key(weights, model.precision()), fresh);
        return fresh;
    }

    private static Key key(Path weights, Precision precision) {
        try {
            return new Key(weights, Files.getLastModifiedTime(weights), precision);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Forgets the models. Their memory is freed by the collector when no thread uses them any more: freeing it under a
     * batch that is still being computed would take the whole program down.
     */
    @Override
    public synchronized void close() {
        loaded.clear();
    }
}
