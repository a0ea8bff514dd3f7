package codeframe.feature.ocr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a text, line by line, of the table of words that Tesseract writes (TSV, level 5 is a word). */
final class OcrText {
    private static final String WORD = "5";
    private static final int COLUMNS = 12;
    private static final int CONFIDENCE = 10;

    private OcrText() {}

    static String of(String tsv, OcrSettings settings) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        tsv.lines().skip(1).map(line -> line.split("\t", COLUMNS)).forEach(cells -> {
            if (cells.length == COLUMNS && cells[0].equals(WORD) && isSure(cells[CONFIDENCE], settings.least())) {
                var line = String.join(" ", cells[2], cells[3], cells[4]);
                var word = cells[COLUMNS - 1].strip();
                if (!word.isEmpty()) {
                    lines.computeIfAbsent(line, none -> new ArrayList<>()).add(word);
                }
            }
        });
        var ignored = settings.ignored().stream().map(OcrText::folded).collect(Collectors.toSet());
        return lines.values().stream()
                .map(words -> line(words, ignored))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static boolean isSure(String confidence, int least) {
        try {
            return Double.parseDouble(confidence) >= least;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private static String line(List<String> words, Set<String> ignored) {
        return ignored.contains(folded(String.join(" ", words)))
                ? ""
                : words.stream().filter(word -> !ignored.contains(folded(word))).collect(Collectors.joining(" "));
    }

    /** In small letters and without signs around it. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
    }
}
