package codeframe.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Says which of many phrases fit an image best, by its stored vector. */
public final class Tagger {
    private static final String ASKED_AS = "a photo of ";

    private final Models models;
    private final PhraseVectors phrases;

    Tagger(Models models, PhraseVectors phrases) {
        this.models = models;
        this.phrases = phrases;
    }

    /** Names of the models that work here. */
    public List<String> models() {
        return Torch.isInstalled()
                ? models.directory().all().stream()
                        .filter(ModelFolder::usable)
                        .map(ModelFolder::name)
                        .toList()
                : List.of();
    }

    /** A phrase and its share among all that were asked for, from 0 to 1. */
    public record Tag(String phrase, double share) {}

    /**
     * @param vocabulary phrases, each asked for as "a photo of" it
     * @throws BrokenModel with the sentence to show
     */
    public Vocabulary open(String model, List<String> vocabulary) {
        var loaded = models.open(model, Precision.AUTO);
        var vectors = phrases.of(
                loaded, vocabulary.stream().map(phrase -> ASKED_AS + phrase).toList());
        return new Vocabulary(loaded, vocabulary, vectors);
    }

    /** Phrases with their vectors. */
    public static final class Vocabulary {
        private final Models.Loaded loaded;
        private final List<String> phrases;
        private final List<float[]> vectors;

        private Vocabulary(Models.Loaded loaded, List<String> phrases, List<float[]> vectors) {
            this.loaded = loaded;
            this.phrases = phrases;
            this.vectors = vectors;
        }

        /** The names under which vectors of the model are stored, whatever it computed with; the likeliest first. */
        public List<String> stored() {
            var names = new ArrayList<>(List.of(loaded.imageVectors()));
            for (var precision : List.of(Precision.FP32, Precision.BF16)) {
                names.add(loaded.hash() + "/" + precision.label());
            }
            return names.stream().distinct().toList();
        }

        /**
         * The best at most {@code k} phrases whose share is at least {@code threshold}; shares are the softmax of the scaled
         * cosines over the whole vocabulary (Radford et al. 2021).
         *
         * @param stored vector of an image as it is stored
         */
        public List<Tag> best(byte[] stored, int k, double threshold) {
            var image = ImageVectors.floats(stored);
            double scale = loaded.model().logitScale();
            var logits = vectors.stream()
                    .mapToDouble(vector -> scale * Vectors.dot(image, vector))
                    .toArray();
            double most = Arrays.stream(logits).max().orElse(0);
            double sum = Arrays.stream(logits).map(x -> Math.exp(x - most)).sum();
            var tags = new ArrayList<Tag>();
            for (int i = 0; i < logits.length; i++) {
                double share = Math.exp(logits[i] - most) / sum;
                if (share >= threshold) {
                    tags.add(new Tag(phrases.get(i), share));
                }
            }
            return tags.stream()
                    .sorted(Comparator.comparingDouble(Tag::share).reversed().thenComparing(Tag::phrase))
                    .limit(k)
                    .toList();
        }
    }
}
