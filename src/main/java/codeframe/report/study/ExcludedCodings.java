package codeframe.report.study;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Codings that do not count, and why: nothing is left out in silence. */
public final class ExcludedCodings {
    private final Map<String, Set<Long>> byReason = new LinkedHashMap<>();
    private final List<String> samples;

    /** @param samples of which nothing counts, in words */
    public ExcludedCodings(List<String> samples) {
        this.samples = samples;
    }

    public void add(CodedRows.Row row) {
        byReason.computeIfAbsent(row.standing(), reason -> new HashSet<>()).add(row.coding());
    }

    public List<String> words() {
        var words = new ArrayList<>(samples);
        say(
                words,
                "unit",
                "left out: of another unit than the variable is asked of, such as single pictures of a post.");
        say(words, "assisted", "left out, because a machine's suggestion was visible.");
        say(words, "handpicked", "left out, because the images were picked by hand and stand for no others.");
        say(words, "unfinished", "left out: of machines and imports, on images of a sample that is still open.");
        say(words, "sealed", "left out: of runs and gold, on images of a test sample that is still sealed.");
        return words;
    }

    private void say(List<String> words, String reason, String sentence) {
        int n = byReason.getOrDefault(reason, Set.of()).size();
        if (n > 0) {
            words.add(NumberText.count(n, "coding is", "codings are") + " " + sentence);
        }
    }
}
