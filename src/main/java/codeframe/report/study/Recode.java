package codeframe.report.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What codes are taken for: categories that count as one, and what an unsure code counts as. */
public record Recode(String unsure, List<CategoryGroup> groups) {
    public static final List<String> UNSURE = List.of("missing", "category", "disagreement");
    public static final Recode NONE = new Recode("missing", List.of());

    public Recode {
        groups = List.copyOf(groups);
    }

    /** With the groups of this variable alone. */
    public Recode of(String variable) {
        return new Recode(
                unsure,
                groups.stream()
                        .filter(group -> group.variable().key().equals(variable))
                        .toList());
    }

    /** What a category becomes; meant of one variable. */
    public Map<String, String> merged() {
        Map<String, String> merged = new LinkedHashMap<>();
        groups.forEach(group -> group.keys().forEach(key -> merged.put(key, group.name())));
        return merged;
    }

    public boolean merges() {
        return !groups.isEmpty();
    }

    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("unsure", unsure.equals("missing") ? "" : unsure);
        parts.put("collapse", groups.stream().map(CategoryGroup::address).collect(Collectors.joining(";")));
        return parts;
    }

    public List<String> words() {
        var words = new ArrayList<String>();
        words.add(
                switch (unsure) {
                    case "category" -> "Unsure and not codable are a category of their own.";
                    case "disagreement" -> "Unsure and not codable disagree with everything.";
                    default -> "Unsure and not codable count as missing.";
                });
        groups.forEach(group -> words.add(group.words()));
        return words;
    }
}
