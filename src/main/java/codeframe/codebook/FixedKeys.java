package codeframe.codebook;

import java.util.Set;

/** Keys that were published once: codes refer to them, so they no longer follow their label. */
public record FixedKeys(Set<Codebooks.PublishedKey> published) {

    public boolean variable(String key) {
        return published.stream().anyMatch(one -> one.variable().equals(key));
    }

    public boolean category(String variable, String key) {
        return published.contains(new Codebooks.PublishedKey(variable, key));
    }

    /** The key to send along with a variable's form: empty where it follows the label. */
    public String sent(Variable variable) {
        var follows = !variable(variable.key()) && stem(variable.key()).equals(Keys.of(variable.label(), "variable"));
        return follows ? "" : variable.key();
    }

    public String sent(Variable variable, Category category) {
        var follows = !category(variable.key(), category.key())
                && stem(category.key()).equals(Keys.of(category.label(), "category"));
        return follows ? "" : category.key();
    }

    /** Without the number that keeps a twin apart. */
    private static String stem(String key) {
        return key.replaceAll("_\\d+$", "");
    }
}
