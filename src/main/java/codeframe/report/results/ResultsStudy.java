package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.project.Membership;
import codeframe.report.study.AddressReading;
import codeframe.report.study.MetadataColumns;
import codeframe.report.study.Offered;
import codeframe.report.study.ReportedCoder;
import codeframe.report.study.ReportedVariables;
import codeframe.report.study.SelectionRows;
import codeframe.report.study.Selections;
import codeframe.report.validation.GoldSample;
import codeframe.report.validation.Subject;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Calculations;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** What a study found: how common the categories of a variable are, over time and by account or any other column. */
public final class ResultsStudy {
    private static final int MOST_GROUPS = 200;

    private final Selections selections;
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
        this.selections = selections;
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
        return ResultsQuestion.read(address, variable.map(Variable::key).orElse(""), coder, columns(project));
    }

    Results results(Membership project, ResultsQuestion question) {
        return calculations.run(() -> computed(project, question));
    }

    /** Whose codes, and the gold that they are held against. */
    private record Basis(Variable variable, ReportedCoder coder, Optional<GoldSample> gold, String uncorrected) {
        List<Long> units() {
            return gold.map(GoldSample::units).orElse(List.of());
        }
    }

    private Basis basis(Membership project, ResultsQuestion question) {
        var all = selections.everybody(project.id());
        var variable = selections
                .codebook(project.id())
                .variable(question.key())
                .orElseThrow(() -> new Problem.NotFound("variable"));
        var coder = all.stream()
                .filter(one -> one.id() == question.coder())
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("coder"));
        if (coder.kind().equals("person")) {
            return new Basis(
                    variable, coder, Optional.empty(), "people are not corrected: gold is made of their codes");
        }
        var asked = coder.isGold() ? question.ofGold().validation() : question.validation();
        var gold = validation
                .gold(project, all, asked)
                .filter(found -> !found.units().isEmpty());
        return new Basis(variable, coder, gold, "no image has gold for this variable");
    }

    private Results computed(Membership project, ResultsQuestion question) {
        var basis = basis(project, question);
        var tallies = tallies(project, question, basis);
        var whole = new GroupLabels("", tallies);
        if (whole.images() == 0) {
            throw new Problem.Invalid(basis.coder().name() + " has coded no image that counts here.");
        }
        var gold = basis.gold().filter(found -> !whole.units().isEmpty());
        var shares = new SharesOf(
                basis.variable(), classes(basis, tallies), gold, basis.coder().isGold(), basis.uncorrected());
        var parts = question.by().asked() ? GroupLabels.parted(tallies) : List.<GroupLabels>of();
        var groups =
                largest(parts, question.by()).parallelStream().map(shares::of).toList();
        return new Results(
                question,
                basis.variable(),
                basis.coder(),
                gold,
                shares.of(whole),
                groups,
                association(question, basis, tallies),
                notes(question, basis, whole, parts));
    }

    /** None where an image may have several categories: its units would stand in several cells. */
    private static Optional<Association> association(
            ResultsQuestion question, Basis basis, List<ResultsRows.Tally> tallies) {
        if (!question.by().asked() || basis.variable().type() == VariableType.MULTI) {
            return Optional.empty();
        }
        var design = basis.coder().isGold() ? basis.gold() : Optional.<GoldSample>empty();
        return Optional.of(
                AssociationOf.of(tallies, classes(basis, tallies), design).found());
    }

    private List<ResultsRows.Tally> tallies(Membership project, ResultsQuestion question, Basis basis) {
        var asked = asked(project, question);
        var found = rows.tallies(asked, basis.units());
        return basis.coder().isGold()
                ? found.stream().filter(tally -> tally.unit() > 0).toList()
                : found;
    }

    private static ResultsRows.Asked asked(Membership project, ResultsQuestion question) {
        return new ResultsRows.Asked(project.id(), question.coder(), question.key(), question.by(), question.scope());
    }

    /** Those of the codebook, then whatever else was given. */
    private static List<String> classes(Basis basis, List<ResultsRows.Tally> tallies) {
        var classes = new LinkedHashSet<>(basis.variable().values());
        basis.gold().ifPresent(gold -> classes.addAll(gold.answers().values()));
        tallies.stream().flatMap(tally -> tally.labels().stream()).sorted().forEach(classes::add);
        return List.copyOf(classes);
    }

    /** Periods stay in their order; of accounts and the like the largest come first. */
    private static List<GroupLabels> largest(List<GroupLabels> parts, Grouping by) {
        var sorted = by.ofTime()
                ? parts
                : parts.stream()
                        .sorted(Comparator.comparingLong(GroupLabels::images).reversed())
                        .toList();
        return sorted.stream().limit(MOST_GROUPS).toList();
    }

    private static List<String> notes(
            ResultsQuestion question, Basis basis, GroupLabels whole, List<GroupLabels> parts) {
        var notes = new ArrayList<String>();
        basis.gold().ifPresent(gold -> {
            notes.addAll(gold.drawnAs());
            notes.addAll(gold.notes());
            long fewer = (long) gold.units().size() - whole.units().size();
            if (fewer > 0) {
                notes.add(NumberText.count(fewer, "image with gold was", "images with gold were") + " not coded by "
                        + basis.coder().name() + " and left out.");
            }
        });
        notes.addAll(question.scope().ofSample(0).words());
        long placed = parts.stream().mapToLong(GroupLabels::images).sum();
        if (question.by().asked() && placed < whole.images()) {
            notes.add(NumberText.count(whole.images() - placed, "image is", "images are") + " in no group: the "
                    + question.by().one() + " is not known.");
        }
        if (parts.size() > MOST_GROUPS) {
            notes.add("Of " + NumberText.count(parts.size(), "group", "groups") + " the "
                    + (question.by().ofTime() ? "first " : "largest ") + MOST_GROUPS + " are shown.");
        }
        return notes;
    }

    /** The images behind a cell: those of a group that got a category, or no answer where it is empty. */
    List<Long> images(Membership project, ResultsQuestion question, String group, String category) {
        var basis = basis(project, question);
        boolean many = basis.variable().type() == VariableType.MULTI;
        var found = rows.images(asked(project, question), basis.units(), group, category, many);
        return basis.coder().isGold()
                ? found.stream().filter(basis.units()::contains).toList()
                : found;
    }

    /** What people read for a category, or for no answer. */
    String label(Membership project, ResultsQuestion question, String category) {
        return category.isEmpty()
                ? "no answer"
                : selections
                        .codebook(project.id())
                        .variable(question.key())
                        .map(variable -> variable.labelOf(category))
                        .orElse(category);
    }

    ResultsForm form(Membership project, ResultsQuestion question, List<Problem.Mistake> mistakes) {
        var offered = validation.form(project, question.validation(), mistakes);
        return new ResultsForm(question, offered, columns(project));
    }
}
