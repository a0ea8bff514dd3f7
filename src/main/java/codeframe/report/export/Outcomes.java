package codeframe.report.export;

import codeframe.report.study.ReportedCoder;

/** What became of an image, for every coder alike and in words. */
final class Outcomes {
    private Outcomes() {}

    /** @param outcome as stored; null when the coder has nothing on the image */
    static String word(ReportedCoder coder, String outcome) {
        if (outcome == null) {
            return coder.isRun() ? "not in this run" : "not coded";
        }
        return switch (outcome) {
            case "sealed" -> "withheld: in a sealed test sample";
            case "blind" -> "withheld: you still code it";
            case "again" -> "withheld: until the sample is closed";
            default -> outcome.replace('_', ' ');
        };
    }
}
