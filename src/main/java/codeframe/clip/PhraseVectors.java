package codeframe.clip;

import codeframe.codebook.ClosePhrases;
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

    /** What the model for photographs says of a codebook's phrases; nothing where none can be used. */
    public Optional<ClosePhrases.Judge> judge() {
        return Torch.isInstalled()
                ? models.directory().forPhotographs().flatMap(this::judge).or(this::learned)
                : Optional.empty();
    }

    /** Of the demo model nothing is said but which words it knows: how near its phrases are tells nothing of others. */
    private Optional<ClosePhrases.Judge> learned() {
        return models.directory()
                .named(ModelDirectory.DEMO)
                .flatMap(KnownWords::in)
                .map(known -> new ClosePhrases.Judge(
                        ModelDirectory.DEMO,
                        phrases -> List.of(),
                        phrases -> List.of(),
                        known::meaningless,
                        known::unknown));
    }

    private Optional<ClosePhrases.Judge> judge(ModelFolder folder) {
        try {
            var loaded = models.open(folder.name(), Precision.AUTO);
            return Optional.of(new ClosePhrases.Judge(
                    folder.name(),
                    phrases -> of(loaded, phrases),
                    phrases -> loaded.model().cutShort(phrases),
                    phrases -> loaded.model().wordless(phrases),
                    phrases -> List.of()));
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
