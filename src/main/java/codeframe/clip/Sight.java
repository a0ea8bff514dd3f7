package codeframe.clip;

import codeframe.image.decode.Verdict;
import codeframe.web.Choice;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What CLIP sees of a picture whose file has a mark (EXIF) that tells programs to turn it. */
enum Sight {
    /** What people see while they code, so that both judge the same picture. */
    UPRIGHT("upright", "Upright, as people see them"),
    /** What published CLIP code sees, since it passes over the mark; and what runs saw before this could be chosen. */
    STORED("stored", "As stored, not turned");

    static final String PARAMETER = "orientation";

    private final String key;
    private final String label;

    Sight(String key, String label) {
        this.key = key;
        this.label = label;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    static Optional<Sight> of(String key) {
        return key.isEmpty()
                ? Optional.of(STORED)
                : Arrays.stream(values()).filter(sight -> sight.key.equals(key)).findFirst();
    }

    static List<Choice> choices() {
        return Arrays.stream(values())
                .map(sight -> new Choice(sight.key, sight.label))
                .toList();
    }

    BufferedImage of(Verdict.Picture picture) {
        return this == UPRIGHT ? picture.upright() : picture.asStored();
    }
}
