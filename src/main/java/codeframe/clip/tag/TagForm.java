package codeframe.clip.tag;

import codeframe.web.Choice;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.List;

/**
 * Which images are tagged, and by what.
 *
 * @param models that work here
 * @param own phrases, one a line; empty for the built-in list
 * @param query the gallery's filter
 * @param images how many it selects
 */
public record TagForm(
        List<String> models,
        String name,
        String model,
        String own,
        String most,
        String least,
        String query,
        long images,
        String mistake) {
    private static final int LONGEST = 100;
    private static final int MOST_PHRASES = 1000;
    private static final int MOST_TAGS = 20;

    static TagForm proposed(List<String> models, String query, long images) {
        var model = models.isEmpty() ? "" : models.get(0);
        return new TagForm(models, "CLIP tags", model, "", "5", "0.05", query, images, "");
    }

    static TagForm typed(Context ctx, List<String> models, String query, long images) {
        return new TagForm(
                        models,
                        Params.text(ctx, "name"),
                        Params.text(ctx, "model"),
                        Params.text(ctx, "own"),
                        Params.text(ctx, "most"),
                        Params.text(ctx, "least"),
                        query,
                        images,
                        "")
                .checked();
    }

    private TagForm checked() {
        var phrases = vocabulary();
        if (name.isBlank() || name.length() > LONGEST) {
            return wrong("Name the source in at most " + LONGEST + " characters.");
        } else if (!models.contains(model)) {
            return wrong("Choose a model of this server.");
        } else if (phrases.size() == 1 || phrases.size() > MOST_PHRASES) {
            return wrong("A list of your own has 2 to " + MOST_PHRASES
                    + " phrases, one a line: a share is one among several.");
        } else if (phrases.stream().anyMatch(phrase -> phrase.length() > LONGEST)) {
            return wrong("A phrase has at most " + LONGEST + " characters.");
        } else if (!most.matches("\\d{1,2}") || tags() < 1 || tags() > MOST_TAGS) {
            return wrong("Tags an image are a whole number from 1 to " + MOST_TAGS + ".");
        } else if (!least.matches("0(\\.\\d{1,4})?|1(\\.0{1,4})?")) {
            return wrong("The least share is a number from 0 to 1, such as 0.05.");
        }
        return images == 0 ? wrong("No image fits the filter.") : this;
    }

    private int tags() {
        return Integer.parseInt(most);
    }

    private TagForm wrong(String sentence) {
        return new TagForm(models, name, model, own, most, least, query, images, sentence);
    }

    List<String> vocabulary() {
        return own.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** Once nothing is wrong. */
    TagSettings settings() {
        return TagSettings.of(model, vocabulary(), tags(), least);
    }

    public List<Choice> choices() {
        return models.stream().map(Choice::of).toList();
    }

    public int builtIn() {
        return BuiltIn.PHRASES.size();
    }
}
