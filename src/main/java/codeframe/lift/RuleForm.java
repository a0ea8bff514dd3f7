package codeframe.lift;

import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;

/** A rule in words that may be wrong. */
record RuleForm(String name, String method, String category, String weighing) {
    private static final int LONGEST_NAME = 80;

    /** Why it is no rule, as a sentence; empty where it is one. */
    Optional<String> mistake() {
        var known = LiftMethod.named(method);
        if (known.isEmpty()) {
            return Optional.of(
                    "A rule is one of " + String.join(", ", LiftMethod.words()) + ", not \"" + method + "\".");
        } else if (name.length() > LONGEST_NAME) {
            return Optional.of("The name of a rule has at most " + LONGEST_NAME + " letters.");
        } else if (!weighing.isEmpty()
                && !List.of(LiftRule.BY_IMAGES, LiftRule.BY_TIME).contains(weighing)) {
            return Optional.of("Images count by images or by time, not by \"" + weighing + "\".");
        }
        return Optional.empty();
    }

    /** What the method does not take is left out. */
    RuleText text() {
        mistake().ifPresent(sentence -> {
            throw new Problem.Invalid(sentence);
        });
        var known = LiftMethod.named(method).orElseThrow();
        var about = known.takesCategory() ? category : "";
        var weighed = known.weighed() && weighing.equals(LiftRule.BY_TIME) ? LiftRule.BY_TIME : LiftRule.BY_IMAGES;
        var called = name.isEmpty() ? new LiftRule(0, "", 0, known, about, weighed).words() : name;
        return new RuleText(called, known, about, weighed);
    }
}
