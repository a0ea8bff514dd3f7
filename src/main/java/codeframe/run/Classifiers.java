package codeframe.run;

import java.util.List;
import java.util.Optional;

/** The classifiers this program has. */
public record Classifiers(List<Classifier> all) {
    public Classifiers {
        all = List.copyOf(all);
    }

    public Optional<Classifier> ofKind(String kind) {
        return all.stream().filter(classifier -> classifier.kind().equals(kind)).findFirst();
    }

    public List<String> kinds() {
        return all.stream().map(Classifier::kind).distinct().toList();
    }

    /** The model of a run; a name that is no longer known stands for itself. */
    public Model model(long project, String kind, String name) {
        return ofKind(kind)
                .flatMap(classifier -> classifier.model(project, name))
                .orElse(new Model(name, name, "", "The model is no longer there."));
    }
}
