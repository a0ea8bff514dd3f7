package codeframe.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every category of a variable a valid key of its own. */
final class CategoryKeys {
    private CategoryKeys() {}

    /** Keys that are there stay; an empty, broken or repeated one is made from the label. */
    static List<Category> complete(List<Category> categories) {
        Set<String> taken = new HashSet<>();
        var kept = categories.stream()
                .map(category ->
                        Keys.valid(category.key()) && taken.add(category.key()) ? category : category.withKey(""))
                .toList();
        var complete = new ArrayList<Category>();
        for (var category : kept) {
            var key = category.key().isEmpty()
                    ? Keys.unique(Keys.of(category.label(), "category"), taken)
                    : category.key();
            taken.add(key);
            complete.add(category.withKey(key));
        }
        return complete;
    }
}
