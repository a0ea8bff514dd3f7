package codeframe.report.validation;

import codeframe.codebook.Variable;
import codeframe.report.study.CodedRows;
import codeframe.report.study.OpeningWords;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.StudySamples;
import codeframe.report.study.VariableAnswers;
import codeframe.statistics.agreement.StratifiedDesign;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What gold says of which images, how these were drawn, and which were taken out again.
 *
 * @param samples whose codes count; none for all that is closed
 */
public record GoldSample(
        ReportedCoder gold,
        VariableAnswers answers,
        List<Long> units,
        Optional<StudySamples.Drawn> sample,
        Map<Long, StudySamples.Sampled> drawn,
        List<Long> samples,
        List<String> notes) {
    /** What rests on fewer images than this says that they are few. */
    public static final int FEW = 100;

    /** Of an image with closed gold a machine's label counts, even where the image is coded again in an open sample. */
    boolean counts(CodedRows.Row row) {
        return row.counted() || (row.unfinished() && units.contains(row.image()));
    }

    /** How many images of the frame the image stands for; one where it was not drawn. */
    double weight(long image) {
        var unit = drawn.get(image);
        return unit == null ? 1 : 1 / unit.probability();
    }

    public double[] weights(List<Long> images) {
        return images.stream().mapToDouble(this::weight).toArray();
    }

    /** A stratum's size is what its whole sample stands for, coded or not. */
    public StratifiedDesign design(List<Long> images) {
        if (drawn.isEmpty()) {
            return StratifiedDesign.simple(images.size());
        }
        Map<String, Double> sizes = new TreeMap<>();
        drawn.values().forEach(unit -> sizes.merge(unit.stratum(), 1 / unit.probability(), Double::sum));
        Map<String, Integer> numbers = new HashMap<>();
        sizes.keySet().forEach(stratum -> numbers.put(stratum, numbers.size()));
        var strata = images.stream()
                .mapToInt(image -> numbers.get(drawn.get(image).stratum()))
                .toArray();
        return StratifiedDesign.stratified(
                strata, sizes.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How its sample was drawn, in words; nothing where there is none. */
    public List<String> drawnAs() {
        var words = new ArrayList<String>();
        sample.ifPresent(drawn -> {
            words.add("Gold: sample \"" + drawn.name() + "\", " + drawn.design() + " random, " + drawn.size() + " of "
                    + drawn.frameSize() + " " + drawn.unit().many() + ", seed " + drawn.seed() + ".");
            words.addAll(OpeningWords.of(drawn));
        });
        return words;
    }

    /** With further words on what it rests on. */
    GoldSample with(List<String> further) {
        return with(units, further);
    }

    public GoldSample with(List<Long> fewer, List<String> further) {
        var all = new ArrayList<>(notes);
        all.addAll(further);
        return new GoldSample(gold, answers, fewer, sample, drawn, samples, List.copyOf(all));
    }

    /** Machines are compared on the same images only. */
    GoldSample common(Variable variable, List<MachineLabels> machines) {
        var fewer = units.stream()
                .filter(image -> machines.stream().allMatch(machine -> machine.dealtWith(image)))
                .toList();
        if (fewer.isEmpty()) {
            var names =
                    machines.stream().map(machine -> machine.machine().name()).collect(Collectors.joining(", "));
            throw new Problem.Invalid(names + " and " + gold.name() + " have no "
                    + variable.unit().one() + " in common.");
        }
        long without = (long) units.size() - fewer.size();
        return with(
                fewer,
                without == 0
                        ? List.of()
                        : List.of(NumberText.count(without, "image with gold was", "images with gold were")
                                + " not coded by every one of them and left out."));
    }
}
