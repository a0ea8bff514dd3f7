package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.document.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How pictures were shown to CLIP that cameras have stored lying on their side: a decision that changes codes. */
final class ClipPreprocessingSentence {
    private static final Bilingual MARKED = new Bilingual(
            "Pictures whose files have a mark (EXIF orientation) for turning them were shown to CLIP ",
            "Bilder, deren Dateien eine Marke (EXIF) zum Drehen tragen, sah CLIP ");

    private ClipPreprocessingSentence() {}

    static List<Sentence> sentences(Material material) {
        var runs = material.runs().told();
        var sentences = new ArrayList<Sentence>();
        add(
                sentences,
                names(runs, true),
                "turned upright, as people saw them ({runs}).",
                "aufrecht gedreht, wie Menschen sie sahen ({runs}).");
        add(
                sentences,
                names(runs, false),
                "as stored, not turned, as published CLIP code does; people saw them turned ({runs}).",
                "wie gespeichert, nicht gedreht, wie veröffentlichter CLIP-Code; Menschen sahen sie gedreht ({runs}).");
        return sentences.stream().map(one -> one.at(material.at("/runs"))).toList();
    }

    private static void add(List<Sentence> sentences, String runs, String english, String german) {
        if (!runs.isEmpty()) {
            sentences.add(Sentence.of("orientation", MARKED.english() + english, MARKED.german() + german)
                    .with("runs", runs));
        }
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
