package codeframe.clip;

import codeframe.clip.HubDownload.Cancelled;
import codeframe.clip.HubDownload.Failed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Models being fetched from the hub, one after the other, and only when somebody asks. All files arrive in a folder
 * aside, which takes its place among the models when it is complete.
 */
public final class ModelDownloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDownloads.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][\\w.-]{0,95}/[A-Za-z0-9][\\w.-]{0,95}");

    private final ModelDirectory directory;
    private final String hub;
    private final Consumer<String> installed;
    private final Map<String, ModelDownload> downloads = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(run -> {
        var thread = new Thread(run, "model download");
        thread.setDaemon(true);
        return thread;
    });

    /** @param installed told the name of a model that has come whole */
    public ModelDownloads(ModelDirectory directory, String hub, Consumer<String> installed) {
        this.installed = installed;
        this.directory = directory;
        this.hub = hub;
    }

    /** The hub's address, for telling people where their request will go. */
    public String hub() {
        return hub;
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !name.contains("..");
    }

    /** The download of this name as it stands, also one that broke off in an earlier life of the program. */
    public Optional<ModelDownload> of(String name) {
        var known = Optional.ofNullable(downloads.get(name));
        return known.isPresent() ? known : ModelDownload.leftIn(directory.partial(name), name);
    }

    /** Those that somebody asked for since the program started. */
    public List<ModelDownload> all() {
        return downloads.values().stream()
                .sorted(Comparator.comparing(ModelDownload::name))
                .toList();
    }

    /** Begins, goes on where it broke off, or does nothing when it is under way. */
    public synchronized ModelDownload start(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(name);
        }
        var before = downloads.get(name);
        if (before != null && before.isRunning()) {
            return before;
        }
        var download = new ModelDownload(name);
        downloads.put(name, download);
        worker.execute(() -> run(download));
        return download;
    }

    private void run(ModelDownload download) {
        LOG.info("downloading {} from {}", download.name(), hub);
        try {
            fetchAll(download);
            install(download.name());
            installed.accept(download.name());
            download.done();
        } catch (Cancelled e) {
            download.failed("The download was cancelled. What has arrived is kept; start it again to go on.");
        } catch (Failed e) {
            download.failed(e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("download of {} failed", download.name(), e);
            download.failed("The model could not be stored: " + e.getMessage() + ".");
        }
    }

    private void fetchAll(ModelDownload download) throws IOException, Failed, Cancelled {
        Files.createDirectories(directory.partial(download.name()));
        new HubModel(download.name(), directory.partial(download.name()), file -> fetch(download, file)).fetch();
    }

    private boolean fetch(ModelDownload download, String file) throws Failed, Cancelled {
        var address = URI.create(hub + "/" + download.name() + "/resolve/main/" + file);
        var target = directory.partial(download.name()).resolve(file);
        return new HubDownload(
                        address,
                        target,
                        (done, total) -> download.at(file, done, total),
                        (name, revision, checksum) -> ModelSource.add(
                                target.getParent(),
                                hub + "/" + download.name(),
                                name,
                                revision,
                                checksum,
                                Instant.now()))
                .fetch();
    }

    private void install(String name) throws IOException {
        Path place = directory.installed(name);
        Files.createDirectories(place.getParent());
        if (Files.exists(place)) {
            throw new IOException("a folder of the name " + name + " is there already");
        }
        Files.move(directory.partial(name), place);
    }

    public void cancel(String name) {
        Optional.ofNullable(downloads.get(name)).ifPresent(ModelDownload::cancel);
    }

    @Override
    public void close() {
        downloads.values().forEach(ModelDownload::cancel);
        worker.shutdown();
    }
}
