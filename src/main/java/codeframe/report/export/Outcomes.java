package codeframe.report.export;

/** What became of an image, for every coder alike and in words. */
final class Outcomes {
    private Outcomes() {}

    /** @param outcome as stored; null when the coder has nothing on the image */
    static String word(ExportCoder coder, String outcome) {
        if (outcome == null) {
            return coder.isRun() ? "not in this run" : "not coded";
        }
        return outcome.replace('_', ' ');
    }
}
