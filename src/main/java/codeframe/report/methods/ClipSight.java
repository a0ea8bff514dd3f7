package codeframe.report.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How pictures were shown to CLIP that cameras have stored lying on their side: a decision that changes codes. */
final class ClipSight {
    private static final String MARKED =
            "Pictures whose files have a mark (EXIF orientation) for turning them were shown" + " to CLIP ";

    private ClipSight() {}

    static List<String> sentences(List<MethodsRows.RunFacts> runs) {
        var sentences = new ArrayList<String>();
        var upright = names(runs, true);
        var stored = names(runs, false);
        if (!upright.isEmpty()) {
            sentences.add(MARKED + "turned upright, as people saw them (" + upright + ").");
        }
        if (!stored.isEmpty()) {
            sentences.add(MARKED + "as stored, not turned, as published CLIP code does; people saw them turned ("
                    + stored + ").");
        }
        return sentences;
    }

    /** A run from before this could be chosen has no such parameter, and saw pictures as stored. */
    private static String names(List<MethodsRows.RunFacts> runs, boolean upright) {
        return runs.stream()
                .filter(run -> run.kind().equals("clip"))
                .filter(run -> run.parameters()
                                .tree()
                                .path("orientation")
                                .asText("stored")
                                .equals("upright")
                        == upright)
                .map(MethodsRows.RunFacts::name)
                .collect(Collectors.joining(", "));
    }
}
