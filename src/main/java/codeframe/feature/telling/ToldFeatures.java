package codeframe.feature.telling;

import codeframe.db.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a language model is told of one image: a JSON object with a key for each feature. A text stands as it is, one that is
 * cut or has a gap stands as an object that says so, and of what is not known stands whether somebody looked.
 *
 * @param json valid whatever the features say
 * @param absences "Caption not available", for each feature that says nothing
 */
public record ToldFeatures(String json, List<String> absences, boolean isEmpty) {
    private static final String NONE_FOUND = "none found";
    private static final String NOT_AVAILABLE = "not available";
    private static final String NOT_COVERED = "not covered";

    /** @param rows those of the image, in any order; others are passed over */
    static ToldFeatures of(FeatureTerms terms, List<ToldRows.Told> rows) {
        var things = new NamedThings(terms);
        var object = Json.MAPPER.createObjectNode();
        var absences = new ArrayList<String>();
        terms.keys().forEach((reading, key) -> {
            var row = rows.stream().filter(one -> one.isOf(reading)).findFirst();
            var text = row.filter(one -> one.outcome().equals("done"))
                    .map(one -> text(reading, one, things))
                    .filter(one -> !one.text().isBlank());
            if (text.isPresent()) {
                put(object, key, text.get(), row.get().remark());
            } else {
                boolean looked = row.filter(one -> one.outcome().matches("done|empty|silent|no_audio"))
                        .isPresent();
                var status = looked ? NONE_FOUND : NOT_AVAILABLE;
                var told = object.putObject(key).put("status", status);
                row.map(ToldRows.Told::remark).ifPresent(remark -> told.put(NOT_COVERED, remark));
                absences.add(key + " " + status);
            }
        });
        return new ToldFeatures(
                object.toString(), absences, absences.size() == terms.read().size());
    }

    private static CutText text(FeatureReading reading, ToldRows.Told row, NamedThings things) {
        if (!reading.what().isList()) {
            return CutText.of(row.text(), row.length(), reading.limit());
        }
        var phrase =
                reading.kind().equals("objects") ? things.counted(row.detections()) : things.listed(row.detections());
        return CutText.of(phrase, phrase.codePointCount(0, phrase.length()), reading.limit());
    }

    private static void put(ObjectNode object, String key, CutText text, String remark) {
        if (!text.isCut() && remark == null) {
            object.put(key, text.text());
            return;
        }
        var told = object.putObject(key).put("text", text.text());
        if (text.isCut()) {
            told.put("cut", "the first " + text.characters() + " of " + text.of() + " characters");
        }
        if (remark != null) {
            told.put(NOT_COVERED, remark);
        }
    }

    /** Why there is nothing to ask about. */
    public String sentence() {
        return absences.stream().collect(Collectors.joining(", ", "Nothing is known of the image: ", "."));
    }
}
