package codeframe.lift;

/** What a rule says, before it has a number and a version. */
public record RuleText(String name, LiftMethod method, String category, String weighing) {
    public String word() {
        return method.word();
    }
}
