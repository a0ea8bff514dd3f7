package codeframe.feature.transcript;

import codeframe.image.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subtitles as SubRip (SRT) and WebVTT write them. Marks of style are left out, the name of a speaker stands before what is
 * said, and a line that a rolling caption repeats is taken once.
 */
final class Subtitles {
    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,3}))?";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
    private static final Pattern NOT_SPOKEN = Pattern.compile("(WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\\b.*");
    private static final Pattern SPEAKER = Pattern.compile("<v(?:\\.[^ <>]{0,100})?\\s+([^<>]{1,200})>");
    private static final Pattern STYLE = Pattern.compile("</?[A-Za-z0-9][^<>]{0,200}>|\\{\\\\[^{}]{0,200}}");
    private static final Map<String, String> ENTITIES = Map.of(
            "&lt;", "<", "&gt;", ">", "&nbsp;", " ", "&quot;", "\"", "&#39;", "'", "&apos;", "'", "&lrm;", "", "&rlm;",
            "");

    private static final long FLASH = 50;

    /** A part whose lines are still coming. */
    private record Part(long from, long to, List<String> lines) {}

    private final List<Part> parts = new ArrayList<>();
    private int skipped;
    private String lastLine = "";

    private Subtitles() {}

    /** Whether there is a time of a subtitle in it. */
    static boolean recognise(String text) {
        return text.startsWith("WEBVTT")
                || text.lines().anyMatch(line -> TIMES.matcher(line).matches());
    }

    static Transcript read(String text) {
        var subtitles = new Subtitles();
        for (var block : text.replaceAll("\\r\\n?", "\n").split("\n[ \t]*(?=\n)")) {
            subtitles.block(block.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList());
        }
        var segments = subtitles.parts.stream()
                .map(part -> new Spoken(part.from, part.to, String.join("\n", part.lines)))
                .toList();
        return Transcript.of(segments, subtitles.skipped);
    }

    /** Usually one subtitle: its number or name, its times, its lines. */
    private void block(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        int first = indexOfTime(lines, 0);
        if (first < 0) {
            untimed(lines);
            return;
        }
        for (int at = first; at >= 0; ) {
            int next = indexOfTime(lines, at + 1);
            boolean numbered = next >= 0 && lines.get(next - 1).matches("\\d+");
            int end = next < 0 ? lines.size() : numbered ? next - 1 : next;
            timed(lines.get(at), lines.subList(at + 1, Math.max(at + 1, end)));
            at = next;
        }
    }

    private static int indexOfTime(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (TIMES.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    /** A blank line within a subtitle leaves the rest of it without times. */
    private void untimed(List<String> lines) {
        if (NOT_SPOKEN.matcher(lines.get(0)).matches()) {
            return;
        }
        if (lines.stream().anyMatch(line -> line.contains("-->"))) {
            skipped++;
        } else if (!parts.isEmpty() && !lines.stream().allMatch(line -> line.matches("\\d+"))) {
            parts.get(parts.size() - 1).lines.addAll(spoken(lines, false));
        }
    }

    private void timed(String times, List<String> lines) {
        var time = TIMES.matcher(times);
        if (time.matches()) {
            long from = millis(time, 1);
            long to = millis(time, 5);
            boolean flash = to - from <= FLASH;
            var said = spoken(lines, flash);
            if (!said.isEmpty()) {
                parts.add(new Part(from, to, said));
            }
        }
    }

    /** @param flash whether it stands for a moment only, as rolling captions do between two of their lines */
    private List<String> spoken(List<String> lines, boolean flash) {
        var said = new ArrayList<>(lines.stream()
                .map(Subtitles::plain)
                .filter(line -> !line.isEmpty())
                .toList());
        if (!said.isEmpty() && (flash || said.size() > 1) && said.get(0).equals(lastLine)) {
            said.remove(0);
        }
        if (!said.isEmpty()) {
            lastLine = said.get(said.size() - 1);
        }
        return said;
    }

    private static String plain(String line) {
        var text = STYLE.matcher(SPEAKER.matcher(line).replaceAll("$1: ")).replaceAll("");
        for (var entity : ENTITIES.entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return text.replace("&amp;", "&").strip();
    }

    private static long millis(Matcher time, int group) {
        var thousandths = time.group(group + 3);
        long hours = time.group(group) == null ? 0 : Long.parseLong(time.group(group));
        long seconds =
                (hours * 60 + Long.parseLong(time.group(group + 1))) * 60 + Long.parseLong(time.group(group + 2));
        return seconds * 1000 + (thousandths == null ? 0 : Long.parseLong((thousandths + "00").substring(0, 3)));
    }
}
