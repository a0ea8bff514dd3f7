package codeframe.feature.transcript;

import codeframe.table.Content;
import codeframe.table.Table;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** A file as it was sent, or one of a ZIP. */
record TranscriptFile(String name, byte[] bytes) {
    static final long LARGEST = 64_000_000;

    private static final int IN_MEMORY = 8;
    private static final int MOST_FILES = 20_000;
    private static final Pattern LANGUAGE = Pattern.compile("(?i)\\.[a-z]{2,3}([-_][a-z0-9]{2,8})*$");
    private static final Pattern MEDIA =
            Pattern.compile("(?i)\\.(wav|mp3|m4a|aac|ogg|opus|flac|mp4|m4v|mov|webm|mkv|avi|ts)$");
    private static final Set<String> READ = Set.of("srt", "vtt", "json");

    /** How much is taken at once, however it is packed. */
    static final class Budget {
        private long bytes;
        private int files;

        private void take(String name, int more) {
            bytes += more;
            if (bytes > LARGEST || files > MOST_FILES) {
                throw new Problem.TooLarge(
                        "\"%s\" and what came with it unpack to more than %s or %s files. Send them in parts. Nothing was kept."
                                .formatted(name, NumberText.bytes(LARGEST), NumberText.count(MOST_FILES)));
            }
        }
    }

    /** Those that hold transcripts; a ZIP is opened, and what else lies in it is left, but not unpacked without end. */
    static List<TranscriptFile> of(String name, byte[] bytes, Budget budget) {
        if (!isZip(bytes)) {
            budget.files++;
            budget.take(name, bytes.length);
            return List.of(new TranscriptFile(name, bytes));
        }
        var files = new ArrayList<TranscriptFile>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var path = entry.getName().replace("\0", "");
                boolean taken = !entry.isDirectory() && READ.contains(ending(path)) && !hidden(path);
                budget.files++;
                var content = unpacked(name, zip, budget, taken);
                if (taken) {
                    files.add(new TranscriptFile(path, content));
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Problem.Invalid("The ZIP \"" + name + "\" is damaged. Nothing of it was kept. Pack it again.");
        }
        return files;
    }

    private static byte[] unpacked(String name, ZipInputStream zip, Budget budget, boolean kept) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[1 << 16];
        for (int n = zip.read(some); n >= 0; n = zip.read(some)) {
            budget.take(name, n);
            if (kept) {
                all.write(some, 0, n);
            }
        }
        return all.toByteArray();
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private static boolean hidden(String path) {
        return path.startsWith("__MACOSX/")
                || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * How the video may be called, the likeliest first: without the ending, then without a language (clip.de.srt) or the
     * ending of a sound file (clip.wav.json).
     */
    Set<String> videoNames() {
        var names = new LinkedHashSet<String>();
        var stem = name.replaceFirst("\\.[^./]*$", "");
        names.add(stem);
        names.add(MEDIA.matcher(stem).replaceFirst(""));
        var withoutLanguage = LANGUAGE.matcher(stem).replaceFirst("");
        names.add(withoutLanguage);
        names.add(MEDIA.matcher(withoutLanguage).replaceFirst(""));
        return names;
    }

    Transcript read() {
        MemoryShare.check("The file \"" + name + "\"", bytes.length, IN_MEMORY);
        var text = text();
        var json = text.startsWith("{") || text.startsWith("[") ? WhisperJson.read(text) : null;
        if (json != null && json.isPresent()) {
            return json.get();
        } else if (Subtitles.recognise(text)) {
            return Subtitles.read(text);
        } else if (text.isBlank() && !ending(name).equals("json")) {
            return new Transcript("", List.of(), 0);
        }
        throw new Problem.Invalid(
                json == null
                        ? "It holds no line with times such as 00:00:01,000 --> 00:00:03,500."
                        : "It is no transcript in JSON: it has no text and no segments with text.");
    }

    private String text() {
        try {
            var text = Table.beginning(Content.of(bytes), bytes.length).replace("\0", "");
            return text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text.stripLeading();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
