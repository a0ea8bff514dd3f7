package codeframe.codebook;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One variable as it was typed, its categories in the order of the page. {@code was} is the key under which it was
 * loaded, {@code seen} its fingerprint then, {@code rows} the page's names for the categories.
 */
public record VariableForm(String was, String seen, String key, Variable typed, List<String> rows, String action) {

    /** Where a field's mistake is shown beside it. */
    public static final List<String> FIELDS = List.of("label", "level", "instruction", "categories", "show_if", "key");

    static VariableForm of(Context ctx) {
        return new VariableForm(
                text(ctx, "was"),
                text(ctx, "seen"),
                text(ctx, "key"),
                variable(ctx),
                ctx.formParams("category_row"),
                text(ctx, "do"));
    }

    private static Variable variable(Context ctx) {
        var type = word(VariableType.values(), text(ctx, "type")).orElse(VariableType.SINGLE);
        var level = word(Level.values(), text(ctx, "level"))
                .filter(type.levels()::contains)
                .orElse(type.usualLevel());
        var condition = text(ctx, "show_if");
        return new Variable(
                "",
                text(ctx, "label"),
                text(ctx, "group"),
                type,
                level,
                !text(ctx, "required").isEmpty(),
                !text(ctx, "unsure").isEmpty(),
                text(ctx, "instruction"),
                condition.isEmpty() ? ShowIf.ALWAYS : new ShowIf(condition, ctx.formParams("is." + condition)),
                categories(ctx),
                word(Unit.values(), text(ctx, "unit")).orElse(Unit.IMAGE));
    }

    private static <E extends Enum<E>> Optional<E> word(E[] all, String word) {
        return Arrays.stream(all)
                .filter(one -> one.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** Every category sends each of its fields once, so that the n-th of each belong together. */
    private static List<Category> categories(Context ctx) {
        var keys = ctx.formParams("category_key");
        var categories = new ArrayList<Category>();
        for (int i = 0; i < keys.size(); i++) {
            categories.add(new Category(
                    keys.get(i),
                    nth(ctx, "category_label", i),
                    nth(ctx, "category_definition", i),
                    lines(nth(ctx, "category_include", i)),
                    lines(nth(ctx, "category_exclude", i)),
                    lines(nth(ctx, "category_phrases", i))));
        }
        return categories;
    }

    private static String nth(Context ctx, String field, int i) {
        var all = ctx.formParams(field);
        return i < all.size() ? all.get(i) : "";
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static String text(Context ctx, String name) {
        var value = ctx.formParam(name);
        return value == null ? "" : value;
    }

    /** The variable with its keys: fixed ones stay, typed ones are taken, the others follow their labels. */
    Variable keyed(Codebook codebook, FixedKeys fixed) {
        Set<String> others = new HashSet<>(codebook.keys());
        others.remove(was);
        var key = fixed.variable(was)
                ? was
                : this.key.isBlank() ? Keys.unique(Keys.of(typed.label(), "variable"), others) : this.key.strip();
        var categories = CategoryKeys.complete(typed.categories());
        return typed.withKey(key).withCategories(categories);
    }

    /** What keeps the form from being saved at all, by field; everything else is kept and told by the check list. */
    Map<String, String> mistakes(Codebook codebook, FixedKeys fixed) {
        var mistakes = new LinkedHashMap<String, String>();
        var keyed = keyed(codebook, fixed);
        if (!Keys.valid(keyed.key())) {
            mistakes.put(
                    "key",
                    "A key is at most " + Keys.LONGEST
                            + " small letters a to z, digits and underscores, and begins with a letter.");
        } else if (!keyed.key().equals(was) && codebook.keys().contains(keyed.key())) {
            mistakes.put("key", "Another variable has this key already.");
        }
        return mistakes;
    }
}
