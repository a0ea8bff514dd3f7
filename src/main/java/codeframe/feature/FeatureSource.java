package codeframe.feature;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where features come from: a file of another tool, or a run of this server's own. It is named and versioned like a run, and
 * never overwritten.
 *
 * @param origin "import", "ocr", "vision", "tags", "speech" or "model"
 * @param language the text search configuration by which its words are found
 * @param report what became of the rows of its file
 * @param settings of a run: how it was made
 * @param state of a run: running, stopped, done or failed
 * @param failure why it failed, or null
 * @param waiting images that it has not come to yet
 */
public record FeatureSource(
        long id,
        String name,
        int version,
        String origin,
        String language,
        String file,
        Json report,
        Json settings,
        String state,
        String failure,
        long waiting,
        Instant createdAt,
        String who) {
    public FeatureReport match() {
        return report.as(FeatureReport.class);
    }

    /** Whether it waits, stops and goes on by itself. */
    public boolean isRun() {
        return !origin.equals("import") && !isOfModel();
    }

    /** Who makes it, as the beginning of a sentence about when. */
    public String made() {
        return switch (origin) {
            case "ocr" -> "Text read by Tesseract, begun ";
            case "vision" -> "Seen by Google Cloud Vision, begun ";
            case "model" -> "Captions by a language model, begun ";
            case "speech" -> "What is said, written down by a server, begun ";
            case "tags" -> "Tags by CLIP, begun ";
            default -> file + ", imported ";
        };
    }

    /** Whether it is about videos and not about pictures. */
    public boolean isOfVideos() {
        return isOfVideos(origin);
    }

    public static boolean isOfVideos(String origin) {
        return origin.equals("speech");
    }

    /** Whether a language model wrote it, in the run that the settings name. */
    public boolean isOfModel() {
        return origin.equals("model");
    }

    /** 0 once it was removed. */
    public long run() {
        return settings.tree().path("run").asLong();
    }

    /** As it was called then. */
    public String runName() {
        return settings.tree().path("name").asText();
    }

    /** How it was made, as a sentence. */
    public String how() {
        var tree = settings.tree();
        return tree.has("how") ? tree.path("how").asText() : howRead(tree);
    }

    /** Images that it left out, because of them there was nothing to look at. */
    public long skipped() {
        return settings.tree().path("skipped").asLong();
    }

    private static String howRead(JsonNode tree) {
        var ignored = tree.path("ignored");
        return "Languages: %s. Text %s; words of confidence %d or more%s."
                .formatted(
                        String.join(", ", words(tree.path("languages"))),
                        tree.path("scattered").asBoolean() ? "anywhere in the picture" : "in blocks",
                        tree.path("least").asInt(),
                        ignored.isEmpty() ? "" : "; ignored: " + String.join(", ", words(ignored)));
    }

    private static List<String> words(JsonNode list) {
        var words = new ArrayList<String>();
        list.forEach(one -> words.add(one.asText()));
        return words;
    }

    public String title() {
        return name + " v" + version;
    }
}
