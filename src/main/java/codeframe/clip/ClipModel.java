package codeframe.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** A loaded CLIP model: images and phrases become vectors of length one. Usable from several threads at once. */
public final class ClipModel implements AutoCloseable {
    /** Larger batches gain nothing on processors and cost memory. */
    public static final int BATCH = 8;

    private static final int TEXT_BATCH = 32;

    private final TowerWeights weights;
    private final Tokenizer tokenizer;
    private final Preprocess preprocess;
    private final Towers towers;

    private ClipModel(TowerWeights weights, Tokenizer tokenizer, Preprocess preprocess, Towers towers) {
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.preprocess = preprocess;
        this.towers = towers;
    }

    public static ClipModel load(Path directory, Precision wanted) {
        var config = ClipConfig.read(directory);
        var tokenizer = Tokenizer.read(directory, config);
        var weights = TowerWeights.of(Checkpoint.in(directory), config);
        refuseStrangers(config, tokenizer, weights.sizes());
        var preprocess = new Preprocess(config.pixel().sized(weights.imageSize()));
        return new ClipModel(weights, tokenizer, preprocess, Towers.load(config, weights, wanted));
    }

    /** All that can be judged without reading the weights themselves. */
    static ModelBuild examine(String name, Path directory) {
        var config = ClipConfig.read(directory);
        var tokenizer = Tokenizer.read(directory, config);
        var checkpoint = Checkpoint.in(directory);
        var layout = Layout.of(checkpoint, config);
        var sizes = WeightCheck.check(config, layout, checkpoint);
        refuseStrangers(config, tokenizer, sizes);
        config.pixel().sized(sizes.size());
        return ModelBuild.of(
                config,
                sizes,
                TowerWeights.isSigmoid(checkpoint),
                PublishedValue.of(name, tokenizer, sizes, () -> parameters(checkpoint)));
    }

    /** How many numbers were learned; the places of tokens, which some files number, were not. */
    private static long parameters(Checkpoint checkpoint) {
        return checkpoint.names().stream()
                .filter(name -> !name.endsWith("position_ids"))
                .mapToLong(name -> checkpoint.shape(name).stream()
                        .mapToLong(Integer::longValue)
                        .reduce(1, (a, b) -> a * b))
                .sum();
    }

    private static void refuseStrangers(ClipConfig config, Tokenizer tokenizer, Sizes sizes) {
        if (tokenizer.size() > sizes.vocabulary()) {
            throw new BrokenModel("The vocabulary has " + tokenizer.size() + " tokens, the weights know only "
                    + sizes.vocabulary() + "; the files do not belong together.");
        }
        config.text().check(tokenizer);
    }

    /** One vector per image, in the same order. */
    public float[][] embedImages(List<Pixels> images) {
        return embedInputs(images.stream().map(this::input).toList());
    }

    /** What remains of an image for the model; a large photograph need not stay in memory for its turn. */
    float[] input(Pixels image) {
        return preprocess.input(image);
    }

    float[][] embedInputs(List<float[]> inputs) {
        var vectors = new float[inputs.size()][];
        for (int start = 0; start < vectors.length; start += BATCH) {
            var batch = inputs.subList(start, Math.min(vectors.length, start + BATCH));
            var made = towers.images(batch.toArray(float[][]::new));
            System.arraycopy(made, 0, vectors, start, made.length);
        }
        return vectors;
    }

    /** One vector per phrase, in the same order. */
    public float[][] embedTexts(List<String> phrases) {
        var vectors = new float[phrases.size()][];
        for (int start = 0; start < vectors.length; start += TEXT_BATCH) {
            var batch = phrases.subList(start, Math.min(vectors.length, start + TEXT_BATCH));
            var made = towers.texts(batch.stream().map(this::worded).toList(), tokenizer.eos(), tokenizer.fill());
            System.arraycopy(made, 0, vectors, start, made.length);
        }
        return vectors;
    }

    /** Phrases longer than the model reads; what stands at their end has no effect. */
    public List<String> cutShort(List<String> phrases) {
        return phrases.stream().filter(phrase -> tokens(phrase).cut()).toList();
    }

    /** Phrases of which nothing is left but the marks around them. */
    public List<String> wordless(List<String> phrases) {
        return phrases.stream().filter(phrase -> isWordless(tokens(phrase))).toList();
    }

    private boolean isWordless(PhraseTokens tokens) {
        return tokens.ids().size() <= tokenizer.marks();
    }

    /** The marks alone have a vector too, which means nothing. */
    private PhraseTokens worded(String phrase) {
        var tokens = tokens(phrase);
        if (isWordless(tokens)) {
            throw new BrokenModel("The phrase “" + phrase + "” has no word that this model reads. Write it in words.");
        }
        return tokens;
    }

    private PhraseTokens tokens(String phrase) {
        return tokenizer.encode(phrase, weights.context());
    }

    /** What cosines are multiplied by before the softmax; 100 in OpenAI's models. */
    public double logitScale() {
        return weights.logitScale();
    }

    /** What SigLIP adds to the scaled cosine before the sigmoid; empty where a model knows no sigmoid. */
    public OptionalDouble logitBias() {
        return weights.logitBias();
    }

    public int dimensions() {
        return weights.dimensions();
    }

    /** What the images are really computed in, never {@link Precision#AUTO}. */
    public Precision precision() {
        return towers.precision();
    }

    @Override
    public void close() {
        towers.close();
    }
}
