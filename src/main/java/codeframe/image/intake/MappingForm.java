package codeframe.image.intake;

import codeframe.image.table.ColumnMapping;
import codeframe.image.table.Field;
import codeframe.image.table.Profile;
import codeframe.web.Choice;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which column of a table holds which field, as shown or as chosen, with what is wrong about it. */
public record MappingForm(
        ImportTables.Table table,
        List<ImportTables.Row> preview,
        long rows,
        ColumnMapping mapping,
        Map<Field, String> mistakes) {
    private static final int LONGEST_CELL = 60;

    static MappingForm chosen(Context ctx, MappingForm before) {
        var columns = new EnumMap<Field, String>(Field.class);
        var mistakes = new EnumMap<Field, String>(Field.class);
        for (Field field : Field.values()) {
            String column = Params.text(ctx, field.key());
            if (!column.isEmpty()) {
                columns.put(field, column);
            }
            if (!column.isEmpty() && !before.table.columns().contains(column)) {
                mistakes.put(field, "The table has no column \"%s\".".formatted(column));
            }
        }
        if (!columns.containsKey(Field.IMAGE) && !columns.containsKey(Field.POST)) {
            mistakes.put(
                    Field.IMAGE,
                    "Choose the column of the image file, or that of the post id: rows find images by them.");
        }
        var mapping = new ColumnMapping(ColumnMapping.CHOSEN, columns);
        return new MappingForm(before.table, before.preview, before.rows, mapping, mistakes);
    }

    boolean valid() {
        return mistakes.isEmpty();
    }

    public List<Choice> choices() {
        var choices = new ArrayList<>(List.of(new Choice("", "– none –")));
        table.columns().forEach(column -> choices.add(Choice.of(column)));
        return choices;
    }

    public String value(Field field) {
        return mapping.column(field).orElse("");
    }

    public String mistake(Field field) {
        return mistakes.getOrDefault(field, "");
    }

    /** Where the mapping comes from, in words. */
    public String origin() {
        return Profile.KNOWN.stream()
                .filter(profile -> profile.key().equals(mapping.profile()))
                .findFirst()
                .map(profile -> "Recognised as \"%s\".".formatted(profile.label()))
                .orElse(
                        mapping.profile().equals(ColumnMapping.CHOSEN)
                                ? "The columns were chosen by hand."
                                : "The columns were guessed by their names.");
    }

    /** What is asked where rows cannot find images; empty where they can. */
    public String question() {
        if (mapping.findsImages()) {
            return "";
        }
        return (mapping.columns().isEmpty()
                        ? "None of the columns was recognised. "
                        : "No column was recognised as the image file or the post id. ")
                + "Choose the column of either, so that the rows find their images. Until then the table is kept as it is.";
    }

    public String shortened(String cell) {
        return cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    }
}
