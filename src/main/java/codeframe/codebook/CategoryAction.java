package codeframe.codebook;

import java.util.ArrayList;
import java.util.Collections;

/** The buttons at a category: {@code add}, or {@code up}, {@code down} and {@code remove} with the category's row. */
final class CategoryAction {
    private CategoryAction() {}

    /** The place of the category whose remove button was pressed, or -1. */
    static int removes(VariableForm form) {
        return form.action().startsWith("remove:") ? place(form) : -1;
    }

    static VariableForm on(VariableForm form) {
        var categories = new ArrayList<>(form.typed().categories());
        var rows = new ArrayList<>(form.rows());
        int place = place(form);
        if (form.action().equals("add")) {
            categories.add(Category.of("", ""));
            rows.add("added");
        } else if (form.action().startsWith("remove:") && place >= 0) {
            categories.remove(place);
            rows.remove(place);
        } else if (form.action().startsWith("up:") && place > 0) {
            Collections.swap(categories, place, place - 1);
            Collections.swap(rows, place, place - 1);
        } else if (form.action().startsWith("down:") && place >= 0 && place < categories.size() - 1) {
            Collections.swap(categories, place, place + 1);
            Collections.swap(rows, place, place + 1);
        }
        return new VariableForm(
                form.was(), form.seen(), form.key(), form.typed().withCategories(categories), rows, "");
    }

    private static int place(VariableForm form) {
        var row = form.action().substring(form.action().indexOf(':') + 1);
        int place = form.rows().indexOf(row);
        return place < form.typed().categories().size() ? place : -1;
    }
}
