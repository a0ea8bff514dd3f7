package codeframe.feature.intake;

import codeframe.feature.FeatureRows;
import codeframe.image.Detection;
import codeframe.image.FeatureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One feature of one image as rows of a file tell it under one name of the image. */
final class FeatureDraft {
    final long row;
    final String name;
    private String text = "";
    private String error = "";
    private final List<Detection> things = new ArrayList<>();

    FeatureDraft(long row, String name) {
        this.row = row;
        this.name = name;
    }

    /** Whether the text is taken: the first is, and its like; another is not. */
    boolean say(String said) {
        if (text.isEmpty()) {
            text = said;
        }
        return text.equals(said);
    }

    /** Whether the list is taken, as {@link #say}. */
    boolean say(List<Detection> said) {
        if (things.isEmpty()) {
            things.addAll(said);
        }
        return things.equals(said);
    }

    /** Whether there was room for it. */
    boolean add(Detection thing) {
        return things.size() < Things.MOST && things.add(thing);
    }

    void fail(String reason) {
        error = error.isEmpty() ? reason : error;
    }

    boolean saysAs(FeatureDraft other) {
        return text.equals(other.text) && things.equals(other.things) && error.equals(other.error);
    }

    /** What was found stands, whatever else the tool complained about. */
    FeatureRows.Feature feature(FeatureKind kind, long image) {
        boolean found = !text.isEmpty() || !things.isEmpty();
        var outcome = found ? "done" : error.isEmpty() ? "empty" : "error";
        var words = kind.isList()
                ? things.stream().map(Detection::name).distinct().collect(Collectors.joining(", "))
                : text;
        return new FeatureRows.Feature(
                kind.word(), image, outcome, words, things, outcome.equals("error") ? error : null);
    }
}
