package codeframe.report.study;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What codes are taken for: categories that count as one, and what an unsure code counts as. */
public record Recode(String unsure, String collapse) {
    public static final Recode NONE = new Recode("missing", "");
    private static final Set<String> UNSURE = Set.of("missing", "category", "disagreement");

    public static Recode of(Context ctx) {
        var unsure = Params.query(ctx, "unsure").isEmpty() ? "missing" : Params.query(ctx, "unsure");
        if (!UNSURE.contains(unsure)) {
            throw new Problem.Invalid("unsure must be missing, category or disagreement, not \"" + unsure + "\".");
        }
        var recode = new Recode(unsure, Params.query(ctx, "collapse"));
        recode.merged();
        return recode;
    }

    /** What a category becomes: "poster,flyer:print;cat,dog:animal". */
    public Map<String, String> merged() {
        Map<String, String> merged = new LinkedHashMap<>();
        for (var group : collapse.split(";")) {
            if (!group.isBlank()) {
                var parts = group.split(":", 2);
                if (parts.length < 2 || parts[1].isBlank()) {
                    throw new Problem.Invalid("collapse must be written like poster,flyer:print;cat,dog:animal.");
                }
                Arrays.stream(parts[0].split(",")).forEach(key -> merged.put(key.strip(), parts[1].strip()));
            }
        }
        return merged;
    }

    public Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("unsure", unsure.equals("missing") ? "" : unsure);
        parts.put("collapse", collapse);
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
        merged().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
                .forEach((into, from) -> words.add(from + " were taken together as " + into + "."));
        return words;
    }
}
