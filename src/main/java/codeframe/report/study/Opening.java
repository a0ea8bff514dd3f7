package codeframe.report.study;

import codeframe.web.Figures;
import java.util.List;

/** That a test sample was opened, by whom and with what, as it must stand on every report that rests on it. */
final class Opening {
    private Opening() {}

    static List<String> words(StudySamples.Drawn sample) {
        if (sample.openedAt() == null) {
            return List.of();
        }
        var by = sample.openedBy() == null ? "somebody who has left" : sample.openedBy();
        var frozen = sample.openedWith() == null
                ? "nothing was noted"
                : sample.openedWith().text().replaceAll("[{}\\[\\]\"]", "").replaceAll("\\s*:\\s*", ": ");
        return List.of("This test sample was opened on " + Figures.moment(sample.openedAt()) + " by " + by
                + ", when the following was frozen: " + frozen + ".");
    }
}
