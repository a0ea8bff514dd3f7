package codeframe.clip;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The image tower and the text tower in torch, with what they compute in. */
final class Towers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Towers.class);
    /** Another way must be clearly faster: bfloat16 to be worth its third digit, oneDNN's products so that the choice stays. */
    private static final double WORTH_IT = 1.2;

    private static final int TRIAL = 4;
    /** Where so few images take no longer, nothing is to be gained. */
    private static final double SMALL = 0.05;

    /** Also keeps the mapped file in memory, which torch reads from. */
    private final TowerWeights weights;

    private final TextTower text;
    private final Torch torch;
    private final Precision precision;

    private Towers(ClipConfig config, TowerWeights weights, Torch torch, Precision precision) {
        this.weights = weights;
        this.text = config.text();
        this.torch = torch;
        this.precision = precision;
    }

    static Towers load(ClipConfig config, TowerWeights weights, Precision wanted) {
        Torch.requireRuntime();
        return switch (wanted) {
            case FP32 -> exact(config, weights);
            case BF16 -> shortened(config, weights);
            case AUTO -> faster(config, weights);
        };
    }

    /** Which products are the faster ones depends on who made the processor; they agree to the seventh digit. */
    private static Towers exact(ClipConfig config, TowerWeights weights) {
        var plain = load(config, weights, TorchScript.Products.PLAIN, Precision.FP32);
        return plain.trialSeconds() < SMALL ? plain : better(plain, "oneDNN", () -> packed(config, weights));
    }

    static Towers packed(ClipConfig config, TowerWeights weights) {
        return load(config, weights, TorchScript.Products.PACKED, Precision.FP32);
    }

    /** Packed products need oneDNN and a processor with bfloat16; the plain ones run anywhere, some slowly. */
    private static Towers shortened(ClipConfig config, TowerWeights weights) {
        try {
            return load(config, weights, TorchScript.Products.PACKED, Precision.BF16);
        } catch (RuntimeException e) {
            LOG.info("bfloat16 weights are used unpacked: {}", e.getMessage());
            return load(config, weights, TorchScript.Products.PLAIN, Precision.BF16);
        }
    }

    private static Towers faster(ClipConfig config, TowerWeights weights) {
        return better(exact(config, weights), "bfloat16", () -> shortened(config, weights));
    }

    /** The other way where it is clearly faster, and works here at all. */
    private static Towers better(Towers usual, String way, Supplier<Towers> loading) {
        Towers other;
        try {
            other = loading.get();
        } catch (RuntimeException e) {
            LOG.info("{} is left aside, because it failed: {}", way, e.getMessage());
            return usual;
        }
        double gain = gain(usual, other);
        LOG.info("{} encodes images {} times as fast here", way, Math.round(gain * 10) / 10.0);
        (gain > WORTH_IT ? usual : other).close();
        return gain > WORTH_IT ? other : usual;
    }

    /** Both are asked once before, as the first batch of a size takes longer; none where the other fails at it. */
    private static double gain(Towers usual, Towers other) {
        try {
            other.trialSeconds();
            usual.trialSeconds();
            return usual.trialSeconds() / other.trialSeconds();
        } catch (RuntimeException e) {
            LOG.info("the faster way failed: {}", e.getMessage());
            return 0;
        }
    }

    /** Tries one image at once, so that an instruction the processor lacks shows here and not in a run. */
    private static Towers load(
            ClipConfig config, TowerWeights weights, TorchScript.Products products, Precision precision) {
        var torch = Torch.load(TorchScript.archive(config, weights, products));
        try {
            torch.give("load_image", weights.image(), precision == Precision.BF16 ? Torch.BFLOAT16 : Torch.FLOAT);
            torch.give("load_text", weights.text());
            var towers = new Towers(config, weights, torch, precision);
            towers.images(towers.drawn(1));
            return towers;
        } catch (RuntimeException e) {
            torch.close();
            throw e;
        }
    }

    /** Processor time, which other programs on the machine do not lengthen; torch computes in the calling thread. */
    private double trialSeconds() {
        var drawn = drawn(TRIAL);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        images(drawn);
        return (threads.getCurrentThreadCpuTime() - start) / 1e9;
    }

    private float[][] drawn(int count) {
        var random = new Random(1);
        var images = new float[count][3 * weights.imageSize() * weights.imageSize()];
        for (var image : images) {
            for (int i = 0; i < image.length; i++) {
                image[i] = (float) random.nextGaussian();
            }
        }
        return images;
    }

    /** Vectors of length one for preprocessed images. */
    float[][] images(float[][] inputs) {
        return unit(torch.images("encode_image", inputs, weights.imageSize()));
    }

    /**
     * Vectors of length one.
     *
     * @param fill what stands behind a phrase
     */
    float[][] texts(List<PhraseTokens> phrases, int eos, int fill) {
        int length = length(phrases);
        var ids = new long[phrases.size()][length];
        var places = new long[phrases.size()];
        for (int i = 0; i < ids.length; i++) {
            var tokens = phrases.get(i);
            Arrays.fill(ids[i], fill);
            for (int k = 0; k < tokens.ids().size(); k++) {
                ids[i][k] = tokens.ids().get(k);
            }
            places[i] = text.place(tokens, eos, weights.context());
        }
        return unit(torch.texts("encode_text", ids, places));
    }

    /** Cutting the batch to its longest phrase changes nothing where nothing looks ahead. */
    private int length(List<PhraseTokens> phrases) {
        return text.seesFill()
                ? weights.context()
                : phrases.stream().mapToInt(phrase -> phrase.ids().size()).max().orElse(0);
    }

    private static float[][] unit(float[][] rows) {
        for (var row : rows) {
            Vectors.normalise(row);
        }
        return rows;
    }

    Precision precision() {
        return precision;
    }

    @Override
    public void close() {
        torch.close();
    }
}
