package codeframe.feature.ocr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tesseract as it is installed on this server: a command that reads a picture and writes a table of words. */
public final class Tesseract {
    private static final int LONGEST_COMPLAINT = 500;

    private final String command;
    private final Duration limit;

    /**
     * @param command by name or path
     * @param limit how long one picture may take
     */
    public Tesseract(String command, Duration limit) {
        this.command = command;
        this.limit = limit;
    }

    /** Why a picture was not read, as a sentence. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** The languages that are installed; none where Tesseract is not. */
    public List<String> languages() {
        try {
            return output(List.of(command, "--list-langs"))
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.matches("[\\w/+-]+") && !line.equals("osd"))
                    .sorted()
                    .toList();
        } catch (Failed absent) {
            return List.of();
        }
    }

    /** @param png the picture as people see it */
    String read(byte[] png, OcrSettings settings) throws Failed {
        try {
            var folder = Files.createTempDirectory("codeframe-ocr");
            try {
                var picture = Files.write(folder.resolve("picture.png"), png);
                var words = folder.resolve("words");
                run(
                        folder,
                        List.of(
                                command,
                                picture.toString(),
                                words.toString(),
                                "-l",
                                String.join("+", settings.languages()),
                                "--psm",
                                settings.scattered() ? "11" : "3",
                                "tsv"));
                return Files.readString(folder.resolve("words.tsv"));
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new Failed("Tesseract wrote nothing that can be read: " + e.getMessage());
        }
    }

    private String output(List<String> arguments) throws Failed {
        try {
            var folder = Files.createTempDirectory("codeframe-ocr");
            try {
                return run(folder, arguments);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it said. One processor each: several pictures are read at the same time. */
    private String run(Path folder, List<String> arguments) throws IOException, Failed {
        var said = folder.resolve("said");
        var builder = new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            throw new Failed("Tesseract is not installed on this server.");
        }
        process.getOutputStream().close();
        end(process);
        var text = new String(Files.readAllBytes(said), StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0) {
            throw new Failed("Tesseract gave up: "
                    + (text.isEmpty()
                            ? "it did not say why"
                            : text.substring(0, Math.min(LONGEST_COMPLAINT, text.length()))));
        }
        return text;
    }

    private void end(Process process) throws Failed {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Failed("Tesseract took longer than " + limit.toSeconds() + " seconds and was ended.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("The server was stopped while Tesseract was reading.");
        } finally {
            if (process.isAlive()) {
                kill(process);
            }
        }
    }

    /** With all that it started. */
    private static void kill(Process process) {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
