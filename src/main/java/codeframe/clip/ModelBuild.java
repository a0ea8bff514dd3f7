package codeframe.clip;

import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.List;
import java.util.Locale;

/**
 * How a model is understood, as far as it can be told without reading its weights.
 *
 * @param independent whether each phrase has a probability of its own, so that any number of categories may apply
 * @param details the same one by one, and more of them: the name as the value
 * @param values that were published, held to what is found here
 */
public record ModelBuild(String words, boolean independent, List<Choice> details, List<PublishedValue> values) {
    static final ModelBuild UNKNOWN = new ModelBuild("", false, List.of(), List.of());

    static ModelBuild of(ClipConfig config, Sizes sizes, boolean independent, List<PublishedValue> values) {
        var resizing = config.pixel().resizing().kind();
        var words =
                "%s, %d × %d pixels in squares of %d, %s %s; vectors of %d numbers; %s; phrases of %d tokens, read %s."
                        .formatted(
                                independent ? "SigLIP" : "CLIP",
                                sizes.size(),
                                sizes.size(),
                                sizes.patch(),
                                config.pixel().filter().name().toLowerCase(Locale.ROOT),
                                resizing == Resizing.Kind.SQUASH ? "and squashed to a square" : "and cut to the middle",
                                sizes.dimensions(),
                                activation(sizes),
                                sizes.context(),
                                config.text().cleaning().words());
        return new ModelBuild(words, independent, details(config, sizes, independent), values);
    }

    private static List<Choice> details(ClipConfig config, Sizes sizes, boolean independent) {
        var pixel = config.pixel();
        var text = config.text();
        return List.of(
                new Choice(
                        "Family", independent ? "SigLIP: a sigmoid for each phrase" : "CLIP: a softmax over phrases"),
                new Choice("Input", sizes.size() + " × " + sizes.size() + " pixels in squares of " + sizes.patch()),
                new Choice(
                        "Resizing",
                        pixel.resizing().kind().words() + ", "
                                + pixel.filter().name().toLowerCase(Locale.ROOT)),
                new Choice("Mean and deviation", joined(pixel.mean()) + " and " + joined(pixel.deviation())),
                new Choice("Image tower", sizes.image().words()),
                new Choice("Text tower", sizes.text().words()),
                new Choice(
                        "Phrases",
                        sizes.context() + " tokens of " + NumberText.count(sizes.vocabulary()) + ", read "
                                + text.cleaning().words()),
                new Choice("Vectors", sizes.dimensions() + " numbers"));
    }

    private static String joined(List<Double> channels) {
        return String.join(", ", channels.stream().map(String::valueOf).toList());
    }

    private static String activation(Sizes sizes) {
        var image = sizes.image().activation().label;
        var text = sizes.text().activation().label;
        return image.equals(text) ? image : image + " for images, " + text + " for phrases";
    }
}
