package codeframe.report.methods;

import java.util.ArrayList;
import java.util.List;

/** A point of the checklist with everything that is recorded of it. */
public record ChecklistItem(int number, String title, List<Fact> facts) {
    public static final String NOT_RECORDED = "not recorded";

    public record Fact(String name, String value) {
        public boolean recorded() {
            return !value.equals(NOT_RECORDED);
        }
    }

    /** Collects facts; what is not there is said to be missing. */
    static final class Facts {
        private final List<Fact> facts = new ArrayList<>();

        Facts add(String name, Object value) {
            var text = value == null ? "" : value.toString();
            facts.add(new Fact(name, text.isBlank() ? NOT_RECORDED : text));
            return this;
        }

        Facts addAll(String name, List<String> values) {
            return add(name, String.join("; ", values));
        }

        ChecklistItem item(int number, String title) {
            return new ChecklistItem(number, title, List.copyOf(facts));
        }
    }
}
