package codeframe.report.compare;

import codeframe.report.validation.ValidationQuestion;
import codeframe.web.Links;
import java.util.List;
import java.util.Set;

/** Which coders are compared on what: the first two image by image, all of them against gold. */
public record CompareQuestion(ValidationQuestion asked) {
    /** Every parameter of the address. */
    public static final Set<String> NAMES = Set.of(
            "variable", "coder", "run", "gold", "sample", "version", "account", "from", "to", "collapse", "review");

    public boolean complete() {
        return !asked.key().isEmpty() && asked.machines().size() > 1;
    }

    public List<Long> coders() {
        return asked.machines();
    }

    public String query() {
        return asked.query();
    }

    /** The address of the images of a cell; of all that changed when both are empty. */
    public String images(long project, String row, String column) {
        return "/projects/" + project + "/compare/images" + query() + "&row=" + Links.encode(row) + "&column="
                + Links.encode(column);
    }
}
