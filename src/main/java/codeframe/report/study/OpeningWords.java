package codeframe.report.study;

import codeframe.coding.sample.Opening;
import codeframe.web.NumberText;
import java.util.List;
import java.util.stream.Collectors;

/** That a test sample was opened, by whom and with what, as it must stand on every report that rests on it. */
public final class OpeningWords {
    private OpeningWords() {}

    public static List<String> of(StudySamples.Drawn sample) {
        if (sample.openedAt() == null) {
            return List.of();
        }
        var by = sample.openedBy() == null ? "somebody who has left" : sample.openedBy();
        return List.of("This test sample was opened on " + NumberText.moment(sample.openedAt()) + " by " + by + ". "
                + (sample.openedWith() == null ? "" : frozen(sample.openedWith().as(Opening.class))));
    }

    private static String frozen(Opening opening) {
        var runs = opening.runs().stream().map(OpeningWords::run).collect(Collectors.joining("; "));
        return "Frozen then: codebook version " + opening.codebookVersion() + " (SHA-256 "
                + shortened(opening.codebookHash()) + ")" + (runs.isEmpty() ? ", no run." : ", " + runs + ".");
    }

    private static String run(Opening.Tested run) {
        return "run " + run.run() + " \"" + run.name() + "\" (" + run.kind() + ", model " + run.model()
                + ", codebook version " + run.codebookVersion()
                + (run.promptHash() == null ? "" : ", prompt " + shortened(run.promptHash())) + ", "
                + run.unit().count(run.images()) + ")";
    }

    private static String shortened(String hash) {
        return hash == null || hash.length() < 12 ? String.valueOf(hash) : hash.substring(0, 12) + "…";
    }
}
