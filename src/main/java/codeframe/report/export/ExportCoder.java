package codeframe.report.export;

/**
 * A coder whose codes may be taken away. The name is unique in the project, so that a table never joins two people;
 * {@code runKind} and {@code model} are null for people.
 */
public record ExportCoder(long id, String name, String kind, String runKind, String model) {
    boolean isRun() {
        return kind.equals("run");
    }

    boolean isClip() {
        return "clip".equals(runKind);
    }

    /** What an export says of a model that was trained on drawings alone. */
    public boolean demo() {
        return "demo".equals(model);
    }
}
