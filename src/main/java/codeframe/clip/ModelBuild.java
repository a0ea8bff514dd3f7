package codeframe.clip;

import java.util.Locale;

/**
 * How a model is understood, as far as it can be told without reading its weights.
 *
 * @param independent whether each phrase has a probability of its own, so that any number of categories may apply
 */
public record ModelBuild(String words, boolean independent) {
    static final ModelBuild UNKNOWN = new ModelBuild("", false);

    static ModelBuild of(ClipConfig config, Sizes sizes, boolean independent) {
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
        return new ModelBuild(words, independent);
    }

    private static String activation(Sizes sizes) {
        var image = sizes.image().activation().label;
        var text = sizes.text().activation().label;
        return image.equals(text) ? image : image + " for images, " + text + " for phrases";
    }
}
