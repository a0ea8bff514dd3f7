package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The folder with the models: {@code name/} or, as the hub names them, {@code owner/name/}. The demo model comes with
 * the program and is laid beside them where files are needed.
 */
public final class ModelDirectory {
    public static final String DEMO = "demo";
    /** Unfinished downloads lie here; folders that begin with a dot are no models. */
    private static final String PARTIAL = ".partial";

    private record Examined(FolderState state, ModelFolder folder) {}

    private final Path models;
    private final Optional<Path> demo;
    private final Clock clock;
    private final Map<Path, Examined> examined = new ConcurrentHashMap<>();

    /** @param demo where the demo model may be unpacked */
    public ModelDirectory(Path models, Path demo) {
        this(models, demo, Clock.systemUTC());
    }

    ModelDirectory(Path models, Path demo, Clock clock) {
        this.models = models;
        this.demo = DemoModel.unpackedTo(demo);
        this.clock = clock;
    }

    public Path path() {
        return models;
    }

    /** Installed models by name, the demo model last. */
    public List<ModelFolder> all() {
        var all = new ArrayList<ModelFolder>();
        for (var folder : folders(models)) {
            var name = folder.getFileName().toString();
            if (isModel(folder)) {
                all.add(examine(name, folder, false));
            } else {
                folders(folder).forEach(inner -> all.add(examine(name + "/" + inner.getFileName(), inner, false)));
            }
        }
        demo.ifPresent(path -> all.add(examine(DEMO, path, true)));
        return all;
    }

    public Optional<ModelFolder> named(String name) {
        return all().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** The one that speaks for photographs: the first that works, and never the demo model. */
    public Optional<ModelFolder> forPhotographs() {
        return all().stream().filter(model -> model.usable() && !model.demo()).findFirst();
    }

    private static boolean isModel(Path folder) {
        return Files.exists(folder.resolve("config.json"))
                || Files.exists(folder.resolve("open_clip_config.json"))
                || WeightFiles.areIn(folder);
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looked at again when any of its files has changed: while a model is copied, each look finds more of it. */
    private ModelFolder examine(String name, Path folder, boolean isDemo) {
        var state = FolderState.of(folder);
        var known = examined.get(folder);
        if (known == null || !known.state.equals(state)) {
            known = new Examined(state, ModelFolder.examined(name, folder, isDemo));
            examined.put(folder, known);
        }
        boolean arriving = !known.folder.usable() && state.isFresh(clock.instant());
        return arriving ? known.folder.arrivingNow() : known.folder;
    }

    /** Where the files of a model on the hub go, and where they wait until all are there. */
    Path installed(String name) {
        return models.resolve(name);
    }

    Path partial(String name) {
        return models.resolve(PARTIAL).resolve(name);
    }
}
