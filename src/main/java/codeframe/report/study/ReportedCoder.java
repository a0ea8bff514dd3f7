package codeframe.report.study;

import java.util.List;

/**
 * A coder whose codes may be taken away. The name is unique in the project, so that a table never joins two people;
 * {@code runKind}, {@code model} and {@code variables} are null for people.
 */
public record ReportedCoder(long id, String name, String kind, String runKind, String model, List<String> variables) {
    public boolean isRun() {
        return kind.equals("run");
    }

    public boolean isClip() {
        return "clip".equals(runKind);
    }

    public boolean isLift() {
        return "lift".equals(runKind);
    }

    public boolean isVote() {
        return "vote".equals(runKind);
    }

    /** A vote in which one after another is asked, so that nobody's votes are counted together. */
    public boolean isCascade() {
        return isVote() && "cascade".equals(model);
    }

    public boolean costs() {
        return "llm".equals(runKind) || "ensemble".equals(runKind);
    }

    /** Adjudicated here, or brought along by somebody who called it so. */
    public boolean isGold() {
        return kind.equals("gold") || name.equalsIgnoreCase("gold");
    }

    /** A run codes the variables it was started with, a person all. */
    public boolean codes(String variable) {
        return variables == null || variables.contains(variable);
    }

    /** What they are, in words. */
    public String described() {
        return switch (kind) {
            case "run" -> runKind + " run, model " + model;
            case "gold" -> "adjudicated truth";
            case "imported" -> "imported person";
            default -> "person";
        };
    }

    /** What an export says of a model that was trained on drawings alone. */
    public boolean demo() {
        return "demo".equals(model);
    }
}
