package codeframe.clip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** One model on its way: which file has come how far, and how it ended. */
public final class ModelDownload {
    private enum State {
        RUNNING,
        DONE,
        FAILED
    }

    private record Step(State state, String file, long done, long total, String sentence) {}

    private final String name;
    private volatile Step step = new Step(State.RUNNING, "", 0, 0, "Waiting to begin.");
    private volatile boolean cancelled;

    ModelDownload(String name) {
        this.name = name;
    }

    /** What a stopped program left behind; nothing when there is nothing of it. */
    static Optional<ModelDownload> leftIn(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var left = new ModelDownload(name);
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            left.step = new Step(
                    State.FAILED,
                    "",
                    bytes,
                    0,
                    "The download broke off. What has arrived is kept; start it again to go on.");
            return Optional.of(left);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean at(String file, long done, long total) {
        step = new Step(State.RUNNING, file, done, total, "");
        return !cancelled;
    }

    void done() {
        step = new Step(State.DONE, "", step.total, step.total, "Installed.");
    }

    void failed(String sentence) {
        step = new Step(State.FAILED, step.file, step.done, step.total, sentence);
    }

    void cancel() {
        cancelled = true;
    }

    public String name() {
        return name;
    }

    public boolean isRunning() {
        return step.state == State.RUNNING;
    }

    public String sentence() {
        return step.sentence;
    }

    /** The file that is being fetched. */
    public String file() {
        return step.file;
    }

    public long bytes() {
        return step.done;
    }

    /** 0 while it is not known. */
    public long total() {
        return step.total;
    }
}
