package codeframe.image.intake;

import codeframe.db.Json;
import codeframe.image.table.ColumnMapping;
import codeframe.image.table.Field;
import codeframe.image.table.Profile;
import codeframe.image.video.FrameRule;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may be said about tables: the tool that wrote them, which column holds which field, a workbook's sheet; and about
 * videos which of their frames become images.
 */
public record ImportOptions(String profile, Map<Field, String> columns, String sheet, FrameRule frames) {
    public static final ImportOptions NONE = new ImportOptions("", Map.of(), "", FrameRule.DEFAULT);

    private static final Set<String> NAMES = Set.of("profile", "columns", "sheet", "frames");

    /** @param sheet of a workbook, by its name; empty for the first */
    static ImportOptions ofForm(String sheet, FrameRule frames) {
        return new ImportOptions("", Map.of(), sheet, frames);
    }

    /** @throws Problem.Invalid when it names a profile or a field that does not exist */
    public static ImportOptions of(JsonNode json) {
        var mistakes = new ArrayList<Problem.Mistake>();
        json.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                mistakes.add(new Problem.Mistake("options." + name, 0, "There is no option of this name."));
            }
        });
        String profile = json.path("profile").asText("");
        if (!profile.isEmpty()
                && Profile.KNOWN.stream().noneMatch(known -> known.key().equals(profile))) {
            mistakes.add(new Problem.Mistake("options.profile", 0, "There is no profile of this name."));
        }
        var columns = columns(json.path("columns"), mistakes);
        if (!mistakes.isEmpty()) {
            throw new Problem.Invalid("The options of the import are not understood.", mistakes);
        }
        return new ImportOptions(profile, columns, json.path("sheet").asText(""), frames(json));
    }

    private static FrameRule frames(JsonNode json) {
        return json.has("frames") ? FrameRule.of(json.path("frames")) : FrameRule.DEFAULT;
    }

    private static Map<Field, String> columns(JsonNode json, List<Problem.Mistake> mistakes) {
        var columns = new EnumMap<Field, String>(Field.class);
        if (!json.isMissingNode() && !json.isObject()) {
            mistakes.add(new Problem.Mistake(
                    "options.columns", 0, "This must be an object such as {\"image\":\"filename\"}."));
        }
        json.properties().forEach(entry -> {
            var key = "options.columns." + entry.getKey();
            var field = Field.ofKey(entry.getKey());
            if (field.isEmpty()) {
                mistakes.add(new Problem.Mistake(key, 0, "There is no field of this name."));
            } else if (!entry.getValue().isTextual()) {
                mistakes.add(new Problem.Mistake(key, 0, "This must be the name of a column."));
            } else {
                columns.put(field.get(), entry.getValue().asText());
            }
        });
        return columns;
    }

    static Map<Field, String> fields(Json json) {
        var columns = new EnumMap<Field, String>(Field.class);
        json.tree()
                .properties()
                .forEach(entry -> Field.ofKey(entry.getKey())
                        .ifPresent(field -> columns.put(field, entry.getValue().asText())));
        return columns;
    }

    Json json() {
        Map<String, String> named = new LinkedHashMap<>();
        columns.forEach((field, column) -> named.put(field.key(), column));
        return Json.of(Map.of("profile", profile, "columns", named, "sheet", sheet, "frames", frames.json()));
    }

    /** The mapping of a table with these columns: what was asked for where it fits, else what they suggest. */
    ColumnMapping mapping(List<String> header) {
        if (!columns.isEmpty()) {
            return new ColumnMapping(ColumnMapping.CHOSEN, columns).within(header);
        }
        return Profile.KNOWN.stream()
                .filter(known -> known.key().equals(profile))
                .findFirst()
                .map(known -> known.mapping().within(header))
                .orElseGet(() -> ColumnMapping.suggest(header));
    }
}
