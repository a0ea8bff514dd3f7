package codeframe.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codeframe as a process of its own, as a person starts it; for tests that end it the hard way. */
public final class Program implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("running at (http://\\S+)");

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param arguments behind the program's name */
    public static Program start(Map<String, String> settings, String... arguments) {
        return within("1g", settings, arguments);
    }

    /** @param heap all the memory it may use, as {@code -Xmx} takes it */
    public static Program within(String heap, Map<String, String> settings, String... arguments) {
        try {
            var output = Files.createTempFile("codeframe-program", ".log");
            var command = new ArrayList<>(List.of(
                    java(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx" + heap,
                    "-cp",
                    System.getProperty("java.class.path"),
                    "codeframe.Main"));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.startsWith("CODEFRAME_") || name.equals("DATABASE_URL"));
            builder.environment().put("CODEFRAME_PORT", "0");
            builder.environment().put("CODEFRAME_DEMO", "false");
            builder.environment().putAll(settings);
            return new Program(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits until it serves pages, at most two minutes. */
    public String address() {
        return await(ADDRESS).group(1);
    }

    /** Waits until the pattern stands in what it printed; fails with all of that when it ends before. */
    public Matcher await(Pattern pattern) {
        var end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            var matcher = pattern.matcher(output());
            if (matcher.find()) {
                return matcher;
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        throw new IllegalStateException("\"" + pattern + "\" did not appear in: " + output());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: nothing is stopped or saved. */
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /** As Ctrl-C does. */
    public int stop() {
        process.destroy();
        return waitForEnd();
    }

    public int waitForEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                throw new IllegalStateException("still running: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
