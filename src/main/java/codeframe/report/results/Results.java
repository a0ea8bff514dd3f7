package codeframe.report.results;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.study.ReportedCoder;
import codeframe.report.validation.GoldSample;
import codeframe.statistics.association.Crosstab;
import java.util.List;
import java.util.Optional;

/**
 * How common the categories of a variable are, in all images of a coder and in each of their groups.
 *
 * @param gold what the shares are corrected by, where there is some
 * @param association whether groups and categories go together, where groups were asked for
 * @param notes what the figures rest on, in words
 */
public record Results(
        ResultsQuestion question,
        Variable variable,
        ReportedCoder coder,
        Optional<GoldSample> gold,
        GroupShares all,
        List<GroupShares> groups,
        Optional<Association> association,
        List<String> notes) {
    /** Whether corrected shares are shown. */
    public boolean corrects() {
        return gold.isPresent() && !question.asCoded();
    }

    /** Whether an image may have several categories. */
    public boolean many() {
        return variable.type() == VariableType.MULTI;
    }

    /** Whether what goes together is that of a sample of gold. */
    boolean sampled() {
        return coder.isGold()
                || question.by()
                        .coded()
                        .filter(groups -> groups.coder().isGold())
                        .isPresent();
    }

    /** Whether what goes together is tested by the design of a sample. */
    public boolean weighted() {
        return !question.clustered()
                && association
                        .flatMap(Association::test)
                        .filter(Crosstab.Test::corrected)
                        .isPresent();
    }

    /** How the groups differ, by the shares that are shown. */
    public ShareComparisons comparisons() {
        return ShareComparisons.of(question, corrects(), groups);
    }

    /** The groups, or all images where they are not told apart. */
    public List<GroupShares> rows() {
        return question.by().asked() ? groups : List.of(all);
    }

    public String named(GroupShares row) {
        return row.group().isEmpty()
                ? "All " + variable.unit().many()
                : question.by().named(row.group());
    }

    public List<String> categories() {
        return all.shares().stream().map(ResultShare::category).toList();
    }

    /** How the figures were made, in one line. */
    public String title() {
        return variable.label() + ", " + coder.name()
                + (question.by().asked() ? ", " + question.by().title() : "")
                + question.by()
                        .coded()
                        .filter(groups -> groups.coder().id() != coder.id())
                        .map(groups -> " as " + groups.coder().name() + " coded it")
                        .orElse("");
    }
}
