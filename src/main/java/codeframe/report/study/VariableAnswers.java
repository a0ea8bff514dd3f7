package codeframe.report.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers to one variable by image and coder, after the lens; an answer is one value or a set of them. */
public final class VariableAnswers {
    public static final String UNSURE = "unsure or not codable";

    private final Recode recode;
    private final Map<String, String> merged;
    private final Map<Long, Map<Long, Answer>> byImage = new LinkedHashMap<>();

    private static final class Answer {
        private final long coding;
        private final long at;
        private final Set<String> values = new TreeSet<>();

        private Answer(CodedRows.Row row) {
            this.coding = row.coding();
            this.at = row.at();
        }
    }

    public VariableAnswers(Recode recode) {
        this.recode = recode;
        this.merged = recode.merged();
    }

    /** Of two codings by one coder the later one counts, for no coder is two. */
    public void add(CodedRows.Row row) {
        var value = value(row);
        if (!value.isEmpty()) {
            var byCoder = byImage.computeIfAbsent(row.image(), image -> new LinkedHashMap<>());
            var answer = byCoder.get(row.coder());
            if (answer == null || answer.coding != row.coding()) {
                answer = new Answer(row);
                byCoder.put(row.coder(), answer);
            }
            answer.values.add(value);
        }
    }

    private String value(CodedRows.Row row) {
        if (row.state().equals("coded")) {
            return merged.getOrDefault(row.value(), row.value());
        }
        if (row.state().equals("not_applicable") || recode.unsure().equals("missing")) {
            return "";
        }
        return recode.unsure().equals("category") ? UNSURE : UNSURE + " (" + row.coder() + ")";
    }

    /** Takes away all images but these. */
    public void retain(Collection<Long> images) {
        byImage.keySet().retainAll(images);
    }

    public List<Long> images() {
        return new ArrayList<>(byImage.keySet());
    }

    /** Empty where the coder did not answer. */
    public Set<String> of(long image, long coder) {
        var byCoder = byImage.get(image);
        var answer = byCoder == null ? null : byCoder.get(coder);
        return answer == null ? Set.of() : answer.values;
    }

    /** When the last of its coders coded it, in seconds. */
    public long codedAt(long image) {
        return byImage.get(image).values().stream()
                .mapToLong(answer -> answer.at)
                .max()
                .orElse(0);
    }

    /** Every value that was given. */
    public Set<String> values() {
        var values = new TreeSet<String>();
        byImage.values().forEach(byCoder -> byCoder.values().forEach(answer -> values.addAll(answer.values)));
        return values;
    }
}
