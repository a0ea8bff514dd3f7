package codeframe.feature.intake;

import codeframe.feature.SearchLanguages;
import codeframe.web.Choice;
import codeframe.web.NumberText;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;

/**
 * An uploaded file, what its columns are taken for, and what is wrong about it.
 *
 * @param upload its number
 * @param file what it is called
 */
public record FeatureMappingForm(
        long upload,
        String file,
        FeatureFile content,
        FeatureMapping mapping,
        String name,
        String language,
        List<String> languages,
        String mistake) {
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 80;

    static FeatureMappingForm guessed(long upload, String file, FeatureFile content, List<String> languages) {
        var name = file.replaceFirst("\\.[^.]*$", "").strip();
        return new FeatureMappingForm(
                upload,
                file,
                content,
                FeatureMapping.guess(content),
                name.substring(0, Math.min(100, name.length())),
                "simple",
                languages,
                "");
    }

    FeatureMappingForm typed(Context ctx) {
        var columns = new EnumMap<ColumnUse, Integer>(ColumnUse.class);
        var twice = new ArrayList<String>();
        for (int i = 0; i < content.columns().size(); i++) {
            int at = i;
            ColumnUse.ofWord(Params.text(ctx, "use-" + i)).ifPresent(use -> {
                if (columns.putIfAbsent(use, at) != null) {
                    twice.add("Two columns are chosen as “" + use.label() + "”. Choose one; import the file again under"
                            + " another name for the other.");
                }
            });
        }
        var typed = new FeatureMapping(
                columns,
                FeatureMapping.SEPARATORS.contains(Params.text(ctx, "separator")) ? Params.text(ctx, "separator") : ";",
                !Params.text(ctx, "blank").equals("never"));
        return new FeatureMappingForm(
                upload,
                file,
                content,
                typed,
                Params.text(ctx, "name"),
                Params.text(ctx, "language"),
                languages,
                twice.isEmpty() ? "" : twice.get(0));
    }

    FeatureMappingForm wrong(String sentence) {
        return new FeatureMappingForm(upload, file, content, mapping, name, language, languages, sentence);
    }

    public String rows() {
        return NumberText.count(content.rows().size(), "row", "rows") + " and "
                + NumberText.count(content.columns().size(), "column", "columns");
    }

    public List<String> remarks() {
        return content.remarks();
    }

    public List<String> columns() {
        return content.columns();
    }

    public List<Choice> uses() {
        var uses = new ArrayList<>(List.of(new Choice("", "– left out –")));
        Arrays.stream(ColumnUse.values())
                .map(use -> new Choice(use.word(), use.label()))
                .forEach(uses::add);
        return uses;
    }

    public String use(int column) {
        return mapping.columns().entrySet().stream()
                .filter(one -> one.getValue() == column)
                .map(one -> one.getKey().word())
                .findFirst()
                .orElse("");
    }

    /** The first cells of a column that hold something. */
    public String examples(int column) {
        return String.join(
                " · ",
                content.rows().stream()
                        .limit(1000)
                        .map(row -> row.cell(column))
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .limit(EXAMPLES)
                        .map(cell -> cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…")
                        .toList());
    }

    public List<Choice> languageChoices() {
        return SearchLanguages.choices(languages);
    }

    public List<Choice> separators() {
        return List.of(new Choice(";", "semicolons"), new Choice(",", "commas"), new Choice("|", "vertical bars"));
    }
}
