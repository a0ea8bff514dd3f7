package codeframe.report.methods;

import codeframe.project.Membership;
import codeframe.report.agreement.AgreementStudy;
import codeframe.report.methods.section.CodingRows;
import codeframe.report.methods.section.CorpusRows;
import codeframe.report.methods.section.Material;
import codeframe.report.methods.section.MethodsRows;
import codeframe.report.methods.section.MethodsText;
import codeframe.report.regression.Regressed;
import codeframe.report.regression.RegressionQuestion;
import codeframe.report.regression.RegressionStudy;
import codeframe.report.results.ResultsStudy;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Offered;
import codeframe.report.study.ReportBasis;
import codeframe.report.study.Selections;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Release;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the methods section anew from the database, every time it is asked for. */
public final class MethodsStudy {
    private final Selections selections;
    private final ReportBasis basis;
    private final MethodsReading reading;
    private final RegressionStudy regression;
    private final Rows rows;
    private final Clock clock;

    public MethodsStudy(Selections selections, ReportBasis basis, Studies studies, Rows rows, Clock clock) {
        this.selections = selections;
        this.basis = basis;
        this.reading = new MethodsReading(selections, studies);
        this.regression = studies.regression();
        this.rows = rows;
        this.clock = clock;
    }

    /** The studies that the section rests on. */
    public record Studies(
            AgreementStudy agreement, ValidationStudy validation, RegressionStudy regression, ResultsStudy results) {}

    /** Where it reads. */
    public record Rows(CorpusRows corpus, CodingRows coding, MethodsRows methods, MethodsChoices choices) {}

    /** What an address may name. */
    public Offered offered(Membership project) {
        return new Offered(selections, basis, project);
    }

    RegressionQuestion asked(Membership project, AddressReading address) {
        return regression.asked(project, address);
    }

    /** @param question of a regression that belongs in it, or one that asks nothing */
    public Methods methods(Membership project, RegressionQuestion question) {
        var material = material(project, question);
        return new Methods(material, MethodsText.section(material), MethodsText.appendix(material));
    }

    private Material material(Membership project, RegressionQuestion question) {
        long id = project.id();
        var found = basis.of(id);
        var runs = runs(id);
        Optional<Regressed> regressed =
                question.asksSomething() ? Optional.of(regression.regressed(project, question)) : Optional.empty();
        return new Material(
                new Material.Origin(
                        id, project.name(), clock.instant(), rows.methods().hash(id), Release.version()),
                collected(id),
                rows.methods().versions(id),
                coded(id),
                found,
                runs,
                rows.choices().recorded(id),
                new Material.Found(
                        reading.agreement(project),
                        reading.stages(project, found),
                        reading.validations(project, runs.told()),
                        reading.results(project, rows.choices().results(id)),
                        regressed));
    }

    /** Those that an owner chose, or that are proposed. */
    private Material.Runs runs(long project) {
        var all = rows.methods().runs(project);
        var chosen = rows.choices().runs(project);
        var told = chosen.isEmpty()
                ? proposed(all)
                : all.stream().filter(run -> chosen.contains(run.id())).toList();
        return new Material.Runs(told, all, !chosen.isEmpty());
    }

    /** Runs that came to their end: the newest of each model with the same parameters and variables. */
    private static List<MethodsRows.RunFacts> proposed(List<MethodsRows.RunFacts> all) {
        Map<List<Object>, MethodsRows.RunFacts> newest = new LinkedHashMap<>();
        all.stream()
                .filter(MethodsRows.RunFacts::done)
                .forEach(run -> newest.put(
                        List.of(
                                run.kind(),
                                run.model(),
                                run.variables(),
                                run.parameters().text()),
                        run));
        return List.copyOf(newest.values());
    }

    private Material.Collected collected(long project) {
        var corpus = rows.corpus();
        return new Material.Collected(
                corpus.corpus(project),
                corpus.taken(project),
                corpus.verdicts(project),
                corpus.lost(project),
                corpus.removed(project));
    }

    private Material.Coded coded(long project) {
        var coding = rows.coding();
        return new Material.Coded(
                coding.coders(project),
                coding.crews(project),
                coding.overlaps(project),
                coding.strata(project),
                coding.routes(project),
                coding.examples(project));
    }
}
