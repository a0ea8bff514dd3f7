package codeframe.clip;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the weights cannot tell about a model, and what they must agree with. */
record ClipConfig(ImageTower image, TextTower text, int dimensions, double initialScale, Pixel pixel) {
    /** ln(1 / 0.07), where training starts. */
    static final double INITIAL_SCALE = 2.6592;

    static final String HUGGING_FACE = "config.json";
    static final String OPEN_CLIP = "open_clip_config.json";

    /** Weights in OpenCLIP's file are told by OpenCLIP's config where a folder has both. */
    static ClipConfig read(Path directory) {
        boolean theirs = Files.isRegularFile(directory.resolve(HUGGING_FACE));
        boolean openClips = Files.isRegularFile(directory.resolve(OPEN_CLIP));
        if (openClips && (!theirs || WeightFiles.areOpenClips(directory))) {
            return OpenClipConfig.read(directory);
        } else if (theirs) {
            return HuggingFaceConfig.read(directory);
        }
        throw new BrokenModel("The folder has no config.json, which says how the model is built.");
    }

    /** Whether the model is computed from its files as it was before more of their fields were followed. */
    boolean isUsual() {
        return pixel.isUsual()
                && image.isUsual()
                && text.isUsual()
                && image.transformer().activation() == text.transformer().activation()
                && image.transformer().activation() != Activation.GELU_TANH
                && image.transformer().epsilon() == text.transformer().epsilon();
    }
}
