package codeframe.clip;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Weights in several files. */
final class Shards implements Checkpoint {
    private final Map<String, Checkpoint> places = new LinkedHashMap<>();

    private Shards() {}

    static Shards open(WeightFiles files) {
        var opened = new LinkedHashMap<String, Checkpoint>();
        for (Path path : files.paths().subList(1, files.paths().size())) {
            opened.put(path.getFileName().toString(), Checkpoint.open(path));
        }
        var shards = new Shards();
        files.places().forEach((name, file) -> shards.places.put(name, holder(opened.get(file), name, file)));
        return shards;
    }

    private static Checkpoint holder(Checkpoint file, String name, String fileName) {
        if (!file.names().contains(name)) {
            throw new BrokenModel("The index of the weights looks for “" + name + "” in " + fileName
                    + ", which does not have it; the files do not belong together.");
        }
        return file;
    }

    @Override
    public Set<String> names() {
        return places.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        return holder(name).shape(name);
    }

    @Override
    public Tensor tensor(String name) {
        return holder(name).tensor(name);
    }

    private Checkpoint holder(String name) {
        var holder = places.get(name);
        if (holder == null) {
            throw new BrokenModel("The weights files have no weights named “" + name + "”.");
        }
        return holder;
    }
}
