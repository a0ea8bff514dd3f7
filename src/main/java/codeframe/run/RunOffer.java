package codeframe.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a new run may choose from in a project.
 *
 * @param version the latest published codebook; a run is always of a published one
 * @param images how many images the filter lets through
 * @param units how many of every unit that a variable is asked of
 * @param unframed videos among them of which there is no frame to judge
 */
public record RunOffer(
        Classifier classifier,
        Optional<Version> version,
        Codebook codebook,
        long images,
        Map<Unit, Long> units,
        RunImages.Unframed unframed) {

    public List<Model> models() {
        return classifier.models();
    }

    public List<Option> options() {
        return classifier.options(codable());
    }

    public List<Variable> codable() {
        return codebook.variables().stream().filter(classifier::codes).toList();
    }

    public List<Variable> others() {
        return codebook.variables().stream()
                .filter(variable -> !classifier.codes(variable))
                .toList();
    }

    /** "40 images", "40 images or 12 posts": as many as a run of one variable judges. */
    public String counted() {
        return units.entrySet().stream()
                .map(unit -> unit.getKey().count(unit.getValue()))
                .collect(Collectors.joining(" or "));
    }

    /** Whether there is nothing at all to judge, neither images nor posts or videos that a variable is asked of. */
    public boolean isNothing() {
        return images == 0 && units.values().stream().allMatch(n -> n == 0);
    }

    /** The model of that name, or the first that works. */
    public Optional<Model> model(String name) {
        return models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .or(() -> models().stream().filter(Model::usable).findFirst());
    }

    /** What keeps any run from starting, as a sentence; empty when nothing does. */
    public String obstacle() {
        if (version.isEmpty()) {
            return "No codebook is published yet. A run needs a published version, so that its codes always say what"
                    + " they mean.";
        }
        if (codable().isEmpty()) {
            return "No variable of the codebook has phrases in two categories or more, and phrases are what the images"
                    + " are compared with. Add some and publish the codebook again.";
        }
        if (models().stream().noneMatch(Model::usable)) {
            return "No model works here yet. The models page says which there are and what each of them lacks.";
        }
        return images > 0
                ? ""
                : "There is no image to code here. Import some, or choose others in the gallery"
                        + (units.getOrDefault(Unit.VIDEO, 0L) > 0
                                ? ": videos are judged by their frames, which its filter \"Frames of videos\" shows."
                                : ".");
    }
}
