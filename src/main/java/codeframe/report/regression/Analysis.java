package codeframe.report.regression;

import codeframe.report.study.Cluster;
import codeframe.report.validation.MachineLabels;
import codeframe.report.validation.ValidationStudy;
import codeframe.statistics.regression.CorpusUnit;
import codeframe.statistics.regression.Fit;
import codeframe.statistics.regression.Link;
import codeframe.statistics.regression.Observation;
import codeframe.statistics.regression.PpiRegression;
import codeframe.statistics.regression.Regression;
import codeframe.web.MemoryShare;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** From images, answers and covariates to coefficients. */
final class Analysis {
    private final RegressionQuestion question;
    private final ValidationStudy.Asked asked;
    private final Population population;
    private final List<Source> sources;
    private final List<Columns> made;
    private final List<Column> columns;
    private final MachineLabels machine;
    private final Values gold;
    private final Chances chances;

    Analysis(RegressionQuestion question, ValidationStudy.Asked asked, List<Source> sources, Population population) {
        this.question = question;
        this.asked = asked;
        this.population = population;
        this.sources = sources;
        this.made = sources.stream()
                .map(source -> Columns.of(source, population.units()))
                .toList();
        this.columns = made.stream().flatMap(some -> some.columns().stream()).toList();
        check(population.units().size(), columns.size() + 1.0);
        this.machine = asked.machines().get(0);
        this.gold = Sources.gold(asked);
        this.chances = new Chances(asked.goldSample(), population.units(), this::settled);
    }

    /** A row of every image for machine and gold, and the scores of both. */
    private static void check(double images, double columns) {
        if (!MemoryShare.fits(images * (500 + 8 * 6 * columns))) {
            throw new Problem.Invalid(NumberText.count((long) images, "image", "images") + " with "
                    + NumberText.count((long) columns, "column", "columns") + " are too many to compute with: "
                    + MemoryShare.words()
                    + ". Nothing was computed. Leave out covariates, or choose an account or days.");
        }
    }

    private boolean settled(long image) {
        return question.outcome().of(gold.of(image)).isPresent()
                && sources.stream().allMatch(source -> source.settled(image));
    }

    Regressed of(List<RegressionRows.Image> images) {
        var byNumber = images.stream().collect(Collectors.toMap(RegressionRows.Image::image, Function.identity()));
        var units = population.units().stream()
                .map(image -> analysed(byNumber.get(image)))
                .toList();
        return new Regressed(
                question,
                asked.variable(),
                machine.machine(),
                question.outcome().label(asked.variable()),
                columns,
                units,
                fits(units.stream().map(Regressed.Analysed::unit).toList()),
                words(units));
    }

    private Regressed.Analysed analysed(RegressionRows.Image image) {
        long number = image.image();
        var said = machine.said().of(number, machine.machine().id());
        var goldSample = settled(number)
                ? Optional.of(observation(gold.of(number), column -> column.gold(number)))
                : Optional.<Observation>empty();
        var chance = goldSample.isPresent() && chances.unknown().isEmpty()
                ? OptionalDouble.of(chances.of(number))
                : OptionalDouble.empty();
        var unit = new CorpusUnit(
                observation(said, column -> column.machine(number)),
                goldSample,
                chance.orElse(1),
                goldSample.isPresent() ? chances.stratum(number) : "",
                question.cluster().of(number, image.whole(), image.account()));
        var settled = goldSample.isPresent() ? String.join("+", gold.of(number)) : "";
        return new Regressed.Analysed(image, String.join("+", said), settled, chance, unit);
    }

    private Observation observation(Set<String> answer, ToDoubleFunction<Column> value) {
        var x = new double[columns.size() + 1];
        x[0] = 1;
        for (int k = 0; k < columns.size(); k++) {
            x[k + 1] = value.applyAsDouble(columns.get(k));
        }
        return new Observation(question.outcome().of(answer).orElseThrow(), x);
    }

    private Map<String, Fit> fits(List<CorpusUnit> units) {
        Map<String, Fit> fits = new LinkedHashMap<>();
        var regression = new Regression(units, question.link());
        fits.put("naive", regression.naive());
        fits.put(
                "dsl",
                chances.unknown().isEmpty() ? regression.dsl() : Fit.undefined(columns.size() + 1, chances.unknown()));
        if (simple(units)) {
            fits.put("ppi", new PpiRegression(units, question.link()).tuned());
        }
        fits.put("gold_only", regression.goldOnly());
        return fits;
    }

    /** PPI++ is for a simple random sample, an outcome that was coded, and images that are independent. */
    private boolean simple(List<CorpusUnit> units) {
        var probabilities = units.stream()
                .filter(unit -> unit.gold().isPresent())
                .map(CorpusUnit::probability)
                .collect(Collectors.toSet());
        return chances.unknown().isEmpty()
                && probabilities.size() == 1
                && columns.stream().noneMatch(Column::coded)
                && question.cluster() == Cluster.IMAGE;
    }

    private List<String> words(List<Regressed.Analysed> units) {
        var words = new ArrayList<String>();
        words.add((question.link() == Link.LINEAR ? "Linear" : "Logistic") + " regression of "
                + question.outcome().label(asked.variable())
                + (question.outcome().number() ? "" : " (1, anything else 0)") + " as "
                + machine.machine().name()
                + " coded it, on " + asked.variable().unit().count(units.size()) + ", of which "
                + NumberText.count(
                        units.stream().filter(Regressed.Analysed::labelled).count()) + " have gold of "
                + asked.goldSample().gold().name() + "; standard errors with "
                + asked.variable().said(question.cluster().title()) + ".");
        made.stream().map(Columns::words).filter(text -> !text.isEmpty()).forEach(words::add);
        var names = List.of(machine.machine().name(), question.asked().scope().account());
        words.addAll(asked.variable().said(population.words(), names));
        words.addAll(asked.variable().said(chances.words(), names));
        words.addAll(asked.goldSample().drawnAs());
        words.addAll(asked.variable().said(question.asked().scope().ofSample(0).words(), names));
        words.addAll(asked.variable().said(asked.goldSample().notes(), names));
        return words;
    }
}
