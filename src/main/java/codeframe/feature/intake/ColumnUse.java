package codeframe.feature.intake;

import codeframe.image.FeatureKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a file of features may hold, and what tools call such columns. */
public enum ColumnUse {
    IMAGE("image", "The image", null, """
            image_basename image_path image_file file_name filename image image_name img_path img file path image_id img_id id"""),
    CAPTION("caption", "Caption", FeatureKind.CAPTION, """
            caption image_caption ai_caption vertex_caption vit_gpt2_caption blip_caption generated_caption caption_text"""),
    TEXT("text", "Text in the image", FeatureKind.TEXT, """
            ocr ocr_text fulltextannotation_text fulltextannotation gv_text gv_text_text gv_full_text textannotations
            simplified_text_raw_text text_in_image detected_text text"""),
    OBJECT("object", "An object, one a row", FeatureKind.OBJECTS, "object_name object"),
    OBJECTS("objects", "Objects, a list", FeatureKind.OBJECTS, """
            localizedobjectannotations gv_object_names gv_object_descriptions gv_objects objects detected_objects"""),
    LABEL("label", "A label, one a row", FeatureKind.LABELS, "label_name label_description label description"),
    LABELS("labels", "Labels, a list", FeatureKind.LABELS, "labelannotations gv_label_descriptions labels tags"),
    CONFIDENCE("confidence", "Confidence of the row's object or label", null, """
            confidence score object_confidence probability"""),
    BOX("box", "Corners of the row's object", null, """
            vertices normalized_vertices bounding_box bounding_poly bbox box corners"""),
    TRANSCRIPT("transcript", "Transcript", FeatureKind.TRANSCRIPT, "transcript transcription whisper"),
    NOTE("note", "Other text", FeatureKind.NOTE, ""),
    ERROR("error", "Why the tool failed", null, "error error_message gv_error");

    private final String word;
    private final String label;
    private final FeatureKind kind;
    private final List<String> names;

    ColumnUse(String word, String label, FeatureKind kind, String names) {
        this.word = word;
        this.label = label;
        this.kind = kind;
        this.names = names.isBlank() ? List.of() : List.of(names.strip().split("\\s+"));
    }

    public String word() {
        return word;
    }

    public String label() {
        return label;
    }

    /** The feature that the column holds; empty for one that says something about the row. */
    Optional<FeatureKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Whether a row names one thing, so that an image has as many rows as things. */
    boolean isOneARow() {
        return this == OBJECT || this == LABEL;
    }

    static Optional<ColumnUse> ofWord(String word) {
        return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
    }

    /** The first of its names that the file has, or -1. */
    int find(List<String> columns) {
        var plain = columns.stream().map(ColumnUse::plain).toList();
        return names.stream()
                .mapToInt(plain::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String plain(String column) {
        return column.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
