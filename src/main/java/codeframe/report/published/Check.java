package codeframe.report.published;

/** A number that was published or computed elsewhere, and what this program computes for it now. */
public record Check(String source, String what, double expected, String printed, double computed, double tolerance) {
    static Check of(String source, String what, double expected, double computed) {
        return new Check(source, what, expected, "", computed, 1e-8);
    }

    public boolean holds() {
        return Math.abs(expected - computed) <= tolerance;
    }
}
