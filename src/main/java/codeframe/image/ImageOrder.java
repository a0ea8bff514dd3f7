package codeframe.image;

import codeframe.web.Problem;
import java.util.List;
import java.util.Map;

/**
 * The order in which the gallery shows images: as they came, or by a key of each; those without one come last, as they came.
 *
 * @param by {@code newest}, {@code oldest}, {@code account}, {@code unsure}, {@code sure}, {@code differing}, or empty
 * @param coder whose confidence, 0 where none is asked for
 * @param variable the variable that coders are unsure of or differ in, or empty
 */
public record ImageOrder(String by, long coder, String variable) {
    public static final ImageOrder AS_IMPORTED = new ImageOrder("", 0, "");

    private static final List<String> BY_FACT = List.of("newest", "oldest", "account");
    private static final List<String> BY_CODER = List.of("unsure", "sure");

    /** {@code newest}, {@code unsure:coder:variable} or {@code differing:variable} and the like. */
    static ImageOrder of(String text) {
        var parts = text.split(":", 3);
        if (text.isEmpty()) {
            return AS_IMPORTED;
        } else if (parts.length == 1 && BY_FACT.contains(text)) {
            return new ImageOrder(text, 0, "");
        } else if (parts.length == 3 && BY_CODER.contains(parts[0])) {
            return new ImageOrder(parts[0], FilterQuery.number(parts[1]), parts[2]);
        } else if (parts.length > 1 && parts[0].equals("differing")) {
            return new ImageOrder(parts[0], 0, text.substring(text.indexOf(':') + 1));
        }
        throw new Problem.Invalid("Images are sorted by newest, oldest, account, unsure:coder:variable,"
                + " sure:coder:variable or differing:variable, not by \"" + text + "\".");
    }

    @Override
    public String toString() {
        return switch (by) {
            case "unsure", "sure" -> by + ":" + coder + ":" + variable;
            case "differing" -> by + ":" + variable;
            default -> by;
        };
    }

    /** Whether what coders said decides, of which not everybody may see everything. */
    boolean ofCodes() {
        return !variable.isEmpty();
    }

    /**
     * How the key is got at.
     *
     * @param join what it takes beside {@code image i}
     * @param without the condition on images that have none, beginning with "and"
     */
    record Keyed(
            String join, String key, String type, boolean descending, String without, Map<String, Object> values) {}

    /** @param coders between whom they differ, none for all */
    Keyed keyed(List<Long> coders) {
        return switch (by) {
            case "newest", "oldest" -> ofColumn("i.posted_at", "timestamptz", by.equals("newest"));
            case "account" -> ofColumn("i.account", "text", false);
            case "unsure" -> sureness("<", false);
            case "sure" -> sureness(">", true);
            case "differing" -> disagreement(new Answers("sort", variable, coders));
            default -> throw new IllegalStateException("images as they came have no key");
        };
    }

    private static Keyed ofColumn(String column, String type, boolean descending) {
        return new Keyed("", column, type, descending, "and " + column + " is null", Map.of());
    }

    /** Of several codes of one image the least, or most, sure one counts. */
    private Keyed sureness(String before, boolean descending) {
        var code = """
                k.image_id = i.id and k.coder_id = :sort_coder and k.variable = :sort_variable and k.confidence is not null
                and not exists (select from unseen_codes(:project, :viewer) u
                                where u.image_id = k.image_id and u.coder_id = k.coder_id)""";
        var join = """
                join code k on %s
                and not exists (select from code m
                                where m.image_id = k.image_id and m.coder_id = k.coder_id and m.variable = k.variable
                                  and m.confidence is not null
                                  and (m.confidence, m.coding_id, coalesce(m.value, ''))
                                      %s (k.confidence, k.coding_id, coalesce(k.value, '')))
                """.formatted(code, before);
        return new Keyed(
                join,
                "k.confidence",
                "real",
                descending,
                "and not exists (select from code k where " + code + ")",
                Map.of("sort_coder", coder, "sort_variable", variable));
    }

    /** The share of pairs of coders that differ. */
    private static Keyed disagreement(Answers answers) {
        var shares = """
                select n.image_id, 1 - (sum(n.n * (n.n - 1)) / (sum(n.n) * (sum(n.n) - 1)))::float8 as share
                from (select a.image_id, a.said, count(*) as n from (%s) a group by a.image_id, a.said) n
                group by n.image_id having sum(n.n) > 1
                """.formatted(answers.sql());
        return new Keyed(
                "join (" + shares + ") k on k.image_id = i.id",
                "k.share",
                "float8",
                true,
                "and i.id not in (select k.image_id from (" + shares + ") k)",
                answers.values());
    }
}
