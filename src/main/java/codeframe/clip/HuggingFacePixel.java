package codeframe.clip;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What transformers' image processor of a family does with an image, as its fields are found in processor_config.json
 * (since transformers 5) or preprocessor_config.json. The first wins where a folder has both, as it does in transformers.
 *
 * @param processors its names over the years, the usual one first
 * @param crops whether the middle is cut out where the files do not say
 */
record HuggingFacePixel(List<String> processors, boolean crops, List<Double> mean, List<Double> deviation) {
    private static final List<Double> HALF = List.of(0.5, 0.5, 0.5);
    private static final Set<String> STEPS =
            Set.of("do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb");

    static Pixel clip(Path directory) {
        return new HuggingFacePixel(
                        List.of(
                                "CLIPImageProcessor",
                                "CLIPImageProcessorFast",
                                "CLIPImageProcessorPil",
                                "CLIPFeatureExtractor"),
                        true,
                        Pixel.MEAN,
                        Pixel.DEVIATION)
                .read(directory);
    }

    /** Squashed to a square, nothing cut off. */
    static Pixel siglip(Path directory) {
        return new HuggingFacePixel(
                        List.of(
                                "SiglipImageProcessor",
                                "SiglipImageProcessorFast",
                                "SiglipImageProcessorPil",
                                "SiglipFeatureExtractor"),
                        false,
                        HALF,
                        HALF)
                .read(directory);
    }

    private Pixel read(Path directory) {
        var nested = Fields.of(directory.resolve("processor_config.json")).child("image_processor");
        return pixel(nested.isObject() ? nested : Fields.of(directory.resolve("preprocessor_config.json")));
    }

    private Pixel pixel(Fields fields) {
        refuseOthers(fields, "image_processor_type");
        refuseOthers(fields, "feature_extractor_type");
        refuseSteps(fields);
        var resizing = does(fields, "do_resize") ? resizing(fields) : new Resizing(Resizing.Kind.NONE, 0);
        boolean normalises = does(fields, "do_normalize");
        return new Pixel(
                resizing,
                Filter.of(fields, "resample"),
                crop(fields, resizing),
                Pixel.BLACK,
                does(fields, "do_rescale") ? fields.number("rescale_factor", Pixel.FACTOR) : 1,
                normalises ? fields.channels("image_mean", mean) : Pixel.ZEROS,
                normalises ? fields.divisors("image_std", deviation) : Pixel.ONES);
    }

    /** A step that is null is left out by transformers, one that is absent is done. */
    private static boolean does(Fields fields, String step) {
        return fields.flag(step, !fields.get(step).isNull());
    }

    private void refuseOthers(Fields fields, String name) {
        if (!processors.contains(fields.text(name, processors.get(0)))) {
            throw fields.refused(
                    name, "what " + processors.get(0) + " does is what can be done with an image of this model here");
        }
    }

    /** Steps of other processors have such names; a model that asks for one would be answered without it. */
    private static void refuseSteps(Fields fields) {
        if (fields.says("use_square_size")) {
            throw fields.refused("use_square_size", "its meaning has changed over the years. Give size instead");
        }
        fields.node().fieldNames().forEachRemaining(name -> {
            if (name.startsWith("do_") && !STEPS.contains(name) && fields.says(name)) {
                throw fields.refused(name, "this step is not offered");
            }
        });
        if (!fields.flag("do_convert_rgb", true)) {
            throw fields.refused(
                    "do_convert_rgb",
                    "images are always made RGB here, since this model has no answer for any other. Set it to true,"
                            + " which changes nothing for colour photographs");
        }
    }

    /** Written as 224, as {"shortest_edge": 224} or as {"height": 224, "width": 224} over the years. */
    private Resizing resizing(Fields fields) {
        var size = fields.get("size");
        if (!crops && !fields.has("size")) {
            return new Resizing(Resizing.Kind.SQUASH, 0);
        }
        if (size.isArray() || size.has("height") || size.has("width")) {
            return new Resizing(Resizing.Kind.SQUASH, square(fields, "size"));
        }
        if (size.isObject() && (size.size() != 1 || !size.has("shortest_edge"))) {
            throw fields.refused("size", "it has to be shortest_edge alone, or height and width");
        }
        int side = size.isObject() ? fields.child("size").integer("shortest_edge", 0) : fields.integer("size", 0);
        return new Resizing(Resizing.Kind.SHORTEST, positive(fields, "size", side));
    }

    private int crop(Fields fields, Resizing resizing) {
        if (crops ? does(fields, "do_center_crop") : fields.flag("do_center_crop", false)) {
            return fields.has("crop_size") ? positive(fields, "crop_size", square(fields, "crop_size")) : 0;
        }
        if (resizing.kind() != Resizing.Kind.SQUASH) {
            throw fields.refused(
                    "do_center_crop",
                    "images that are not square would then not fit the model. Give size a height and a width, or"
                            + " cut the middle out");
        }
        return resizing.side();
    }

    private static int square(Fields fields, String name) {
        JsonNode value = fields.get(name);
        if (!value.isObject()) {
            return fields.side(name, 0);
        }
        var size = fields.child(name);
        int height = size.integer("height", 0);
        if (height != size.integer("width", -1) || value.size() != 2) {
            throw fields.refused(name, "it has to be a square, since CLIP models take no other images");
        }
        return height;
    }

    private static int positive(Fields fields, String name, int side) {
        if (side < 0 || (side == 0 && fields.has(name))) {
            throw fields.refused(name, "it has to be a number of pixels");
        }
        return side;
    }
}
