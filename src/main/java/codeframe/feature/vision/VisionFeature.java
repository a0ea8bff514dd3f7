package codeframe.feature.vision;

import codeframe.image.FeatureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What Google Cloud Vision can be asked about an image. Each is billed as a unit. */
public enum VisionFeature {
    OBJECTS(FeatureKind.OBJECTS, "OBJECT_LOCALIZATION", "Objects, each with its place"),
    TEXT(FeatureKind.TEXT, "TEXT_DETECTION", "Text in the image"),
    LABELS(FeatureKind.LABELS, "LABEL_DETECTION", "Labels of the image as a whole");

    private final FeatureKind kind;
    private final String type;
    private final String label;

    VisionFeature(FeatureKind kind, String type, String label) {
        this.kind = kind;
        this.type = type;
        this.label = label;
    }

    public FeatureKind kind() {
        return kind;
    }

    /** As requests name it. */
    String type() {
        return type;
    }

    public String word() {
        return kind.word();
    }

    public String label() {
        return label;
    }

    static Optional<VisionFeature> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    static List<VisionFeature> ofWords(List<String> words) {
        return Arrays.stream(values()).filter(one -> words.contains(one.word())).toList();
    }
}
