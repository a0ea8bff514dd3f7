package codeframe.clip;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files of a model's weights: one, or several with an index that says which weight lies in which. The index is
 * the first of the paths then.
 *
 * @param places which file has a weight; empty where there is one file
 */
record WeightFiles(List<Path> paths, Map<String, String> places) {
    static final String INDEX = ".index.json";
    /** In the order in which they are looked for: the memory-mapped format first. */
    static final List<String> NAMES = List.of(
            "model.safetensors",
            "open_clip_model.safetensors",
            "open_clip_pytorch_model.safetensors",
            "pytorch_model.bin",
            "open_clip_pytorch_model.bin");

    static boolean areIn(Path directory) {
        return first(directory).isPresent();
    }

    /** Whether the weights are named as OpenCLIP names them. */
    static boolean areOpenClips(Path directory) {
        return first(directory).map(name -> name.startsWith("open_clip")).orElse(false);
    }

    /** @throws BrokenModel when there are none, or not all that the index names */
    static WeightFiles in(Path directory) {
        var name = first(directory)
                .orElseThrow(() ->
                        new BrokenModel("The folder has no weights: no model.safetensors and no pytorch_model.bin."));
        var file = directory.resolve(name);
        return name.endsWith(INDEX) ? indexed(file) : new WeightFiles(List.of(file), Map.of());
    }

    private static Optional<String> first(Path directory) {
        return NAMES.stream()
                .flatMap(name -> List.of(name, name + INDEX).stream())
                .filter(name -> Files.isRegularFile(directory.resolve(name)))
                .findFirst();
    }

    private static WeightFiles indexed(Path index) {
        var places = places(index);
        var names = new TreeSet<>(places.values());
        var paths = new ArrayList<Path>(List.of(index));
        for (var name : names) {
            if (!Files.isRegularFile(index.resolveSibling(name))) {
                throw new BrokenModel("The weights are in " + names.size() + " files, of which " + name
                        + " is missing. Copy it to the folder, too.");
            }
            paths.add(index.resolveSibling(name));
        }
        return new WeightFiles(paths, places);
    }

    /** The files that an index names. */
    static Set<String> shards(Path index) {
        return new TreeSet<>(places(index).values());
    }

    /** A name that leads out of the folder is none. */
    private static Map<String, String> places(Path index) {
        var places = new TreeMap<String, String>();
        for (var entry : Fields.json(index).path("weight_map").properties()) {
            if (!entry.getValue().asText().matches("\\w[\\w.-]*")) {
                throw damaged(index);
            }
            places.put(entry.getKey(), entry.getValue().asText());
        }
        if (places.isEmpty()) {
            throw damaged(index);
        }
        return places;
    }

    private static BrokenModel damaged(Path index) {
        return new BrokenModel("The file " + index.getFileName()
                + " does not say which weights lie in which file (weight_map), so it is damaged.");
    }

    boolean isSharded() {
        return !places.isEmpty();
    }
}
