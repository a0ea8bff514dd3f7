package codeframe.coding.intake;

import codeframe.web.NumberText;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of a file's fields in a sentence: all of them, as long as it can be read. */
final class FieldNames {
    private static final int MOST = 50;

    private FieldNames() {}

    static String list(Stream<String> fields) {
        var all = fields.sorted().toList();
        var shown = all.stream().limit(MOST).collect(Collectors.joining(", "));
        return all.size() > MOST ? shown + " and " + NumberText.count(all.size() - MOST) + " more" : shown;
    }
}
