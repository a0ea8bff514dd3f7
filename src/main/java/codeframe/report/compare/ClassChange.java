package codeframe.report.compare;

/** How many images had a class in the first run, have it in the second, kept it, lost it or gained it. */
public record ClassChange(String label, long first, long second, long kept) {
    public long lost() {
        return first - kept;
    }

    public long gained() {
        return second - kept;
    }
}
