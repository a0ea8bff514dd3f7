package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.Clustering;
import codeframe.report.study.MetadataColumns;
import codeframe.report.study.Offered;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.SelectionRows;
import codeframe.report.study.Selections;
import codeframe.report.validation.Subject;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Calculations;
import codeframe.web.Links;
import codeframe.web.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a study found: how common the categories of a variable are, over time and by account or any other column. */
public final class ResultsStudy {
    static final int MOST_GROUPS = 200;

    private final ResultsSources sources;
    private final SelectionRows metadata;
    private final ValidationStudy validation;
    private final ResultsRows rows;
    private final Calculations calculations;

    public ResultsStudy(
            Selections selections,
            SelectionRows metadata,
            ValidationStudy validation,
            ResultsRows rows,
            Calculations calculations) {
        this.sources = new ResultsSources(selections, validation);
        this.metadata = metadata;
        this.validation = validation;
        this.rows = rows;
        this.calculations = calculations;
    }

    Offered offered(Membership project) {
        return validation.offered(project);
    }

    List<String> columns(Membership project) {
        return new MetadataColumns(metadata.tables(project.id()), metadata.looseMetadata(project.id())).names();
    }

    /** What the address leaves open is the newest run and the first variable it coded, or gold, or whoever coded first. */
    ResultsQuestion question(Membership project, AddressReading address) {
        var possible = ReportedVariables.chosen(address.offered().variables(0));
        var asked = validation.subject(project, address, possible);
        if (asked.coders().size() > 1) {
            address.mistake("coder", "Results are those of one coder: coder must be one number.");
        }
        var one = new Subject(asked.variable(), asked.coders().stream().limit(1).toList());
        var coders = address.offered().coders();
        var filled = one.filled(coders, validation.goldFirst(project, address, possible), 1);
        var variable = filled.variable().or(() -> possible.stream().findFirst());
        long coder = filled.coders().stream()
                .findFirst()
                .or(() -> coders.stream().map(ReportedCoder::id).findFirst())
                .orElse(0L);
        return ResultsQuestion.read(address, variable.map(Variable::key).orElse(""), coder, () -> columns(project));
    }

    /** What an address asks that was kept as its page has it; without a word about clusters every image was by itself. */
    public ResultsQuestion kept(Membership project, String address) {
        var reading = new AddressReading(Links.parameters(address), offered(project), ResultsQuestion.NAMES);
        var question = question(project, reading);
        reading.check();
        if (!question.asked()) {
            throw new Problem.Invalid("Results need a variable and a coder, and there is none yet.");
        }
        return Links.parameters(address).containsKey("cluster") ? question : question.about(Clustering.USUAL.kept());
    }

    /** What was found, and the images that it is computed from, both of one moment. */
    public record Pair(Results results, ResultsImages images) {}

    public Pair pair(Membership project, ResultsQuestion question) {
        return calculations.run(() -> rows.snapshot(() -> {
            var found = computed(project, question);
            return new Pair(found, images(project, found.question()));
        }));
    }

    private ResultsImages images(Membership project, ResultsQuestion question) {
        var basis = sources.basis(project, question);
        var found = rows.single(asked(project, question, basis));
        return ResultsImages.of(found, basis);
    }

    public Results results(Membership project, ResultsQuestion question) {
        return calculations.run(() -> computed(project, question));
    }

    private Results computed(Membership project, ResultsQuestion open) {
        var basis = sources.basis(project, open);
        var question = open.about(clustering(project, open, basis));
        var tallies = tallies(project, question, basis);
        var whole = new GroupLabels("", basis.gold().isEmpty() ? GroupLabels.counted(tallies) : tallies);
        if (whole.images() == 0) {
            throw new Problem.Invalid(
                    basis.coder().name() + basis.variable().said(" has coded no image that counts here."));
        }
        var gold = basis.gold().filter(found -> !whole.units().isEmpty());
        var classes = basis.classes(tallies);
        var shares = new SharesOf(basis, classes, gold, question.cluster());
        var ofGroups = basis.apart()
                .map(reason -> new SharesOf(basis.uncorrected(reason), classes, Optional.empty(), question.ofGroups()))
                .orElseGet(() -> new SharesOf(basis, classes, gold, question.ofGroups()));
        var parts = question.by().asked() ? whole.parted(question.by().order()) : List.<GroupLabels>of();
        var groups =
                largest(parts, question.by()).parallelStream().map(ofGroups::of).toList();
        var all = shares.of(whole);
        return new Results(
                question,
                basis.variable(),
                basis.coder(),
                gold,
                all,
                groups,
                association(question, basis, tallies),
                new ResultsNotes(
                                question,
                                basis,
                                whole,
                                parts,
                                validation.offered(project).accounts())
                        .words(all, groups));
    }

    private Clustering clustering(Membership project, ResultsQuestion question, ResultsBasis basis) {
        var counted = basis.coder().isGold() ? Optional.of(basis.units()) : Optional.<List<Long>>empty();
        return question.clustering()
                .of(basis.variable().unit(), () -> rows.together(asked(project, question, basis), counted));
    }

    /** None where an image may have several categories: its units would stand in several cells. */
    private static Optional<Association> association(
            ResultsQuestion question, ResultsBasis basis, List<ResultsRows.Tally> tallies) {
        if (!question.by().asked() || basis.many()) {
            return Optional.empty();
        }
        var table = AssociationOf.of(tallies, question.by().order(), basis.classes(tallies), basis.drawn());
        var found = basis.apart()
                .map(reason -> table.refused("Nothing is tested: " + reason + "."))
                .orElseGet(table::found);
        var errors = question.by().coded().flatMap(groups -> groups.errors(basis.variable(), basis.coder()));
        return Optional.of(found.warned(errors));
    }

    private List<ResultsRows.Tally> tallies(Membership project, ResultsQuestion question, ResultsBasis basis) {
        var found = rows.tallies(asked(project, question, basis), basis.single());
        var units = Set.copyOf(basis.units());
        return basis.coder().isGold()
                ? found.stream().filter(tally -> units.contains(tally.unit())).toList()
                : found;
    }

    private static ResultsRows.Asked asked(Membership project, ResultsQuestion question, ResultsBasis basis) {
        return new ResultsRows.Asked(
                project.id(),
                question.coder(),
                question.key(),
                question.by(),
                question.cluster(),
                question.scope(),
                basis.units(),
                basis.placed());
    }

    /** Periods and categories stay in their order; of accounts and the like the largest come first. */
    private static List<GroupLabels> largest(List<GroupLabels> parts, Grouping by) {
        var sorted = by.ordered()
                ? parts
                : parts.stream()
                        .sorted(Comparator.comparingLong(GroupLabels::images).reversed())
                        .toList();
        return sorted.stream().limit(MOST_GROUPS).toList();
    }

    /** The images behind a cell: those of a group that got a category, or no answer where it is empty. */
    List<Long> images(Membership project, ResultsQuestion question, String group, String category) {
        var basis = sources.basis(project, question);
        var found = rows.images(asked(project, question, basis), group, category, basis.many());
        return basis.coder().isGold()
                ? found.stream().filter(basis.units()::contains).toList()
                : found;
    }

    Variable variable(Membership project, ResultsQuestion question) {
        return sources.variable(project, question.key());
    }

    ResultsForm form(Membership project, ResultsQuestion question, List<Problem.Mistake> mistakes) {
        var offered = validation.form(project, question.validation(), mistakes);
        return new ResultsForm(
                question, offered, columns(project), offered(project).variables(0));
    }
}
