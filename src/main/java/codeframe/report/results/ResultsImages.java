package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.report.study.StudySamples;
import codeframe.report.validation.GoldSample;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What results are computed from, a row an image: its group, what the coder gave it, gold, and how it was drawn.
 *
 * @param drawn the sample with gold, of the shares or of the groups
 */
public record ResultsImages(List<ResultsRows.Image> images, Optional<GoldSample> gold, Optional<GoldSample> drawn) {
    public static final List<String> HEADER =
            List.of("image", "path", "group", "label", "gold", "probability", "stratum", "stratum_size", "cluster");

    static ResultsImages of(List<ResultsRows.Image> images, ResultsBasis basis) {
        var units = Set.copyOf(basis.units());
        var counted = basis.coder().isGold()
                ? images.stream().filter(image -> units.contains(image.id())).toList()
                : images;
        return new ResultsImages(counted, basis.gold(), basis.gold().or(basis::placing));
    }

    public void write(CsvWriter csv) {
        var sizes = sizes();
        var units = gold.map(sample -> Set.copyOf(sample.units())).orElse(Set.of());
        for (var image : images) {
            var unit = drawn.map(sample -> sample.drawn().get(image.id()));
            csv.writeRecord(
                    Long.toString(image.id()),
                    image.path(),
                    image.part(),
                    String.join(Variable.TOGETHER, image.labels()),
                    units.contains(image.id()) ? goldOf(image.id()) : "",
                    unit.map(one -> Double.toString(one.probability())).orElse(""),
                    unit.map(StudySamples.Sampled::stratum).orElse(""),
                    unit.map(one -> Double.toString(sizes.get(one.stratum()))).orElse(""),
                    image.cluster().isEmpty() ? "image-" + image.id() : image.cluster());
        }
    }

    private String goldOf(long image) {
        var sample = gold.orElseThrow();
        return String.join(
                Variable.TOGETHER, sample.answers().of(image, sample.gold().id()));
    }

    /** How many images of the frame each stratum stands for. */
    private Map<String, Double> sizes() {
        Map<String, Double> sizes = new HashMap<>();
        drawn.ifPresent(sample -> sample.drawn().values().stream()
                .filter(Objects::nonNull)
                .forEach(unit -> sizes.merge(unit.stratum(), 1 / unit.probability(), Double::sum)));
        return sizes;
    }
}
