package codeframe.report.regression;

import codeframe.codebook.Codebook;
import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Clustering;
import codeframe.report.study.MetadataColumns;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.SelectionRows;
import codeframe.report.study.Selections;
import codeframe.report.validation.ValidationRows;
import codeframe.report.validation.ValidationStudy;
import codeframe.statistics.regression.Link;
import codeframe.web.Calculations;
import codeframe.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Regressions whose outcome, or some covariate, a machine coded, with gold of a sample to correct them. */
public final class RegressionStudy {
    private final Selections selections;
    private final ValidationStudy validation;
    private final Rows rows;
    private final Calculations calculations;

    /** Where it reads. */
    public record Rows(RegressionRows images, FrameImages frames, SelectionRows exported, ValidationRows dealt) {}

    public RegressionStudy(Selections selections, ValidationStudy validation, Rows rows, Calculations calculations) {
        this.selections = selections;
        this.validation = validation;
        this.rows = rows;
        this.calculations = calculations;
    }

    /** What an address asks. */
    public RegressionQuestion asked(Membership project, AddressReading address) {
        var possible = address.offered().variables(0).stream()
                .filter(Sources::possible)
                .toList();
        return RegressionQuestion.read(address, validation.subject(project, address, possible));
    }

    public Regressed regressed(Membership project, RegressionQuestion question) {
        return calculations.run(() -> computed(project, question));
    }

    private Regressed computed(Membership project, RegressionQuestion question) {
        var coders = selections.everybody(project.id());
        var outcome = validation.coded(
                project, coders, question.about(question.outcome().key()));
        check(question, outcome.variable());
        checkUnits(question, outcome.variable(), selections.codebook(project.id()));
        checkAsked(project, outcome.machines().get(0).machine());
        var images = rows.images().images(project.id(), question.asked().scope());
        var sources = new Sources(
                rows.exported(), project.id(), images, key -> validation.coded(project, coders, question.about(key)));
        var covariates = question.covariates().stream().map(sources::of).toList();
        var population = population(project.id(), images, question, outcome, covariates);
        return new Analysis(
                        question.with(clustering(question, outcome.variable(), images, population)),
                        outcome,
                        covariates,
                        population)
                .of(images);
    }

    private static Clustering clustering(
            RegressionQuestion question, Variable outcome, List<RegressionRows.Image> images, Population population) {
        var counted = Set.copyOf(population.units());
        return question.clustering()
                .of(
                        outcome.unit(),
                        () -> Clustering.repeated(images.stream()
                                .filter(image -> counted.contains(image.image()))
                                .map(RegressionRows.Image::whole)
                                .toList()));
    }

    /** Which images such a run coded depends on what was said of them, so gold is no sample of them by its own chances. */
    private void checkAsked(Membership project, ReportedCoder machine) {
        if (validation.askedLeftOpen(project.id(), machine.id())) {
            throw new Problem.Invalid(machine.name() + " was " + ValidationStudy.LEFT_OPEN + ".");
        }
    }

    private static void check(RegressionQuestion question, Variable variable) {
        var outcome = question.outcome();
        if (!outcome.fits(variable)) {
            throw RegressionQuestion.mistake(
                    "outcome",
                    outcome.number()
                            ? "Choose a category of " + variable.label() + " as outcome."
                            : variable.label() + " has no category \"" + outcome.category() + "\".");
        }
        if (outcome.number() && question.link() == Link.LOGISTIC) {
            throw RegressionQuestion.mistake(
                    "model", variable.label() + " is a number; a logistic model needs an outcome of yes or no.");
        }
        if (question.covariates().contains(Sources.CODED + outcome.key())) {
            throw RegressionQuestion.mistake(
                    "covariate", variable.label() + " is the outcome, so it cannot be a covariate too.");
        }
    }

    /** A post's answer stands under its first image, and is none about that image. */
    private static void checkUnits(RegressionQuestion question, Variable outcome, Codebook codebook) {
        for (var token : question.covariates()) {
            var covariate = token.startsWith(Sources.CODED)
                    ? codebook.variable(token.substring(Sources.CODED.length()))
                    : Optional.<Variable>empty();
            if (covariate.isPresent() && covariate.get().unit() != outcome.unit()) {
                throw RegressionQuestion.mistake(
                        "covariate",
                        "%s is asked of %s and %s of %s, so it cannot be a covariate: choose variables of %s."
                                .formatted(
                                        covariate.get().label(),
                                        covariate.get().unit().many(),
                                        outcome.label(),
                                        outcome.unit().many(),
                                        outcome.unit().many()));
            }
        }
    }

    private Population population(
            long project,
            List<RegressionRows.Image> images,
            RegressionQuestion question,
            ValidationStudy.Asked outcome,
            List<Source> covariates) {
        var spent = rows.dealt().spent(project).stream()
                .map(ValidationRows.Spent::image)
                .collect(Collectors.toSet());
        var machine = outcome.machines().get(0);
        var population = new Population(images)
                .only(image -> !spent.contains(image), "they trained people, or were examples in a prompt")
                .only(frame(project, outcome), "the sample with gold was not drawn from them")
                .only(
                        image -> question.outcome()
                                .of(machine.said().of(image, machine.machine().id()))
                                .isPresent(),
                        "no code of " + machine.machine().name() + " for "
                                + outcome.variable().label());
        for (var source : covariates) {
            population.only(
                    source::known,
                    source.gold().isPresent()
                            ? "no code of " + machine.machine().name() + " for " + source.label()
                            : source.label() + " is not known");
        }
        if (population.units().isEmpty()) {
            throw new Problem.Invalid(
                    "No image has everything that this regression needs. " + String.join(" ", population.words()));
        }
        return population;
    }

    /** Images that could have been drawn; all of them where gold is not of one sample. */
    private LongPredicate frame(long project, ValidationStudy.Asked outcome) {
        return outcome.goldSample()
                .sample()
                .map(sample -> rows.frames().of(project, sample))
                .<LongPredicate>map(images -> images::contains)
                .orElse(image -> true);
    }

    /** Names of all imported columns. */
    List<String> imported(long project) {
        return new MetadataColumns(
                        rows.exported().tables(project), rows.exported().looseMetadata(project))
                .names();
    }

    /** What a machine may have coded and a regression can use. */
    List<Variable> variables(long project) {
        return selections.codebook(project).variables().stream()
                .filter(Sources::possible)
                .toList();
    }
}
