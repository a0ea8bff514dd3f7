package codeframe.demo;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookTemplate;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import java.util.ArrayList;
import java.util.List;

/** The template of image types, and one question about whole posts, which shows what a unit is. */
final class DemoCodebook {
    static final CodebookTemplate TEMPLATE = CodebookTemplate.IMAGE_TYPES;
    private static final String EVENTS = "political_events";

    private DemoCodebook() {}

    static Codebook codebook() {
        var template = TEMPLATE.codebook();
        var variables = new ArrayList<>(template.variables());
        variables.add(ofPosts(template.variables().get(0).categories()));
        return new Codebook(template.name(), template.objective(), template.language(), variables);
    }

    private static Variable ofPosts(List<Category> types) {
        return new Variable(
                "event_shown",
                "Event in the post",
                "",
                VariableType.SINGLE,
                null,
                true,
                true,
                "Look at all pictures of the post, its video too: does any of them show a political event?",
                null,
                List.of(
                        category("shown", "An event is shown", types, true),
                        category("not_shown", "No event is shown", types, false)),
                Unit.POST);
    }

    /** With the phrases of the types that it stands for. */
    private static Category category(String key, String label, List<Category> types, boolean events) {
        var phrases = types.stream()
                .filter(type -> type.key().equals(EVENTS) == events)
                .flatMap(type -> type.phrases().stream())
                .toList();
        return new Category(key, label, "", List.of(), List.of(), phrases);
    }
}
