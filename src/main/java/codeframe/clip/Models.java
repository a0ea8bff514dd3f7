package codeframe.clip;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Loads models when they are first needed and keeps them, one for all threads. */
public final class Models implements AutoCloseable {
    private record Key(FolderState folder, Precision precision) {}

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
        var state = FolderState.of(folder);
        var known = loaded.get(new Key(state, precision));
        if (known != null) {
            return known;
        }
        loaded.keySet().removeIf(key -> key.folder.folder().equals(folder) && !key.folder.equals(state));
        var fresh = new Loaded(ClipModel.load(folder, precision), ModelHash.of(folder));
        if (!FolderState.of(folder).equals(state)) {
            fresh.model().close();
            throw new BrokenModel("The files of the model changed while it was being loaded. Wait until they are all"
                    + " copied, then start again.");
        }
        loaded.put(new Key(state, precision), fresh);
        loaded.putIfAbsent(new Key(state, fresh.model().precision()), fresh);
        return fresh;
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
