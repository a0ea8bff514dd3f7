package codeframe.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The vectors of phrases, computed once per phrase and model and kept in memory. */
public final class PhraseVectors {
    /** About 20 MB; a codebook has some hundred phrases. */
    private static final int MOST = 10_000;

    private record Key(String model, String phrase) {}

    private final Models models;
    private final Map<Key, float[]> known = new ConcurrentHashMap<>();

    public PhraseVectors(Models models) {
        this.models = models;
    }

    /**
     * One vector of length one per phrase by the model that new runs are proposed, for checks of a codebook; no vectors
     * at all where no model can be used.
     */
    public List<float[]> ofUsualModel(List<String> phrases) {
        return usual().map(loaded -> of(loaded, phrases)).orElse(List.of());
    }

    /** The phrases that the same model would cut short; none where no model can be used. */
    public List<String> cutByUsualModel(List<String> phrases) {
        return usual().map(loaded -> loaded.model().cutShort(phrases)).orElse(List.of());
    }

    private Optional<Models.Loaded> usual() {
        try {
            return Torch.isInstalled()
                    ? models.directory().usual().map(model -> models.open(model.name(), Precision.AUTO))
                    : Optional.empty();
        } catch (BrokenModel e) {
            return Optional.empty();
        }
    }

    List<float[]> of(Models.Loaded loaded, List<String> phrases) {
        if (known.size() > MOST) {
            known.clear();
        }
        var missing = phrases.stream()
                .distinct()
                .filter(phrase -> !known.containsKey(new Key(loaded.hash(), phrase)))
                .toList();
        var fresh = loaded.model().embedTexts(missing);
        for (int i = 0; i < fresh.length; i++) {
            known.put(new Key(loaded.hash(), missing.get(i)), fresh[i]);
        }
        var vectors = new ArrayList<float[]>();
        for (var phrase : phrases) {
            vectors.add(known.get(new Key(loaded.hash(), phrase)));
        }
        return vectors;
    }
}
