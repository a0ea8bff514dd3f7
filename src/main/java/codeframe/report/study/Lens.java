package codeframe.report.study;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How codes are looked at: whose, of which sample, which categories taken together, and what an unsure code counts as. */
public record Lens(List<Long> coders, long sample, String unsure, String collapse) {
    private static final Set<String> UNSURE = Set.of("missing", "category", "disagreement");

    public static Lens of(Context ctx) {
        var unsure = Params.query(ctx, "unsure").isEmpty() ? "missing" : Params.query(ctx, "unsure");
        if (!UNSURE.contains(unsure)) {
            throw new Problem.Invalid("unsure must be missing, category or disagreement, not \"" + unsure + "\".");
        }
        var lens = new Lens(
                coders(ctx), Params.number(ctx, "sample", 0, 0, Long.MAX_VALUE), unsure, Params.query(ctx, "collapse"));
        lens.merged();
        return lens;
    }

    private static List<Long> coders(Context ctx) {
        try {
            return ctx.queryParams("coders").stream()
                    .flatMap(text -> Arrays.stream(text.split(",")))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Long::parseLong)
                    .distinct()
                    .toList();
        } catch (NumberFormatException e) {
            throw new Problem.Invalid("coders must be the numbers of coders, with commas.");
        }
    }

    /** What a category becomes: "poster,flyer:print;cat,dog:animal". */
    Map<String, String> merged() {
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

    /** The lens in an address, so that what is seen can be sent to somebody. */
    public String query() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("coders", coders.stream().map(String::valueOf).collect(Collectors.joining(",")));
        parts.put("sample", sample == 0 ? "" : Long.toString(sample));
        parts.put("unsure", unsure.equals("missing") ? "" : unsure);
        parts.put("collapse", collapse);
        var query = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** In words, for pages and exports. */
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

    Lens with(List<Long> chosen) {
        return new Lens(chosen, sample, unsure, collapse);
    }
}
