package codeframe.lift;

import codeframe.codebook.Variable;
import java.util.Locale;

/**
 * How codes of images become one code of their post or video, by name and version; it never changes.
 *
 * @param category what "any" and "all" are about, empty for the others
 * @param weighing whether each image counts the same, or each frame by its time: "images" or "time"
 */
public record LiftRule(long id, String name, int version, LiftMethod method, String category, String weighing) {
    static final String BY_IMAGES = "images";
    static final String BY_TIME = "time";

    /** "Weapons v2", by which a run names it. */
    public String title() {
        return name + " v" + version;
    }

    boolean byTime() {
        return weighing.equals(BY_TIME);
    }

    /** "any of weapon", "majority by time" */
    public String words() {
        return method.label().toLowerCase(Locale.ROOT)
                + (category.isEmpty() ? "" : " of " + category)
                + (byTime() ? ", by time" : "");
    }

    boolean sameAs(LiftMethod other, String its, String weighed) {
        return method == other && category.equals(its) && weighing.equals(weighed);
    }

    /** Why it cannot lift a variable, as a sentence; empty where it can. */
    String objection(Variable variable) {
        if (!method.takes(variable)) {
            return "\"" + variable.label() + "\" cannot be lifted by \"" + method.label() + "\". " + method.meaning();
        }
        boolean known = variable.values().contains(category);
        if (method.needsCategory(variable) && !known) {
            return "The rule is about \"" + category + "\", which \"" + variable.label() + "\" does not have: it has "
                    + String.join(", ", variable.values()) + ".";
        }
        return !category.isEmpty() && !known
                ? "The rule is about \"" + category + "\", which is no category of \"" + variable.label() + "\"."
                : "";
    }
}
