package codeframe.report.study;

import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookJson;
import codeframe.codebook.Variable;
import codeframe.coding.sample.Unseen;
import codeframe.coding.sample.Withheld;
import codeframe.project.Membership;
import codeframe.user.User;
import codeframe.web.Problem;
import codeframe.web.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Decides what somebody may take away. Owners and viewers get everything; who codes gets the own codes only, because
 * whoever codes sees neither other coders' nor machines' codes.
 */
public final class Selections {
    private final SelectionRows rows;
    private final Unseen unseen;

    public Selections(SelectionRows rows, Unseen unseen) {
        this.rows = rows;
        this.unseen = unseen;
    }

    /** What of the selection the person who takes it away must not see. */
    public Withheld withheld(Selection selection) {
        return withheld(selection.project(), selection.coderIds(), selection.viewer());
    }

    public Withheld withheld(long project, List<Long> coders, long viewer) {
        return unseen.of(project, coders, viewer);
    }

    /** All of them, for reports: these have the same numbers for everybody. */
    public List<ReportedCoder> everybody(long project) {
        return rows.coders(project);
    }

    /** Those whose codes somebody may take away. */
    public List<ReportedCoder> coders(Membership project, User user) {
        var all = rows.coders(project.id());
        if (project.asRole() != Role.CODER) {
            return all;
        }
        long own = rows.person(project.id(), user.id()).orElse(0L);
        return all.stream().filter(coder -> coder.id() == own).toList();
    }

    public Codebook codebook(long project) {
        return rows.codebook(project)
                .map(content -> CodebookJson.read(content.text()))
                .orElse(Codebook.blank(""));
    }

    /** @param version of the codebook, or 0 for the latest */
    public Codebook codebook(long project, long version) {
        return version == 0
                ? codebook(project)
                : rows.codebook(project, version)
                        .map(content -> CodebookJson.read(content.text()))
                        .orElseThrow(() -> new Problem.NotFound("version of the codebook"));
    }

    /** The variables of the codebook, then those that only earlier versions had. */
    public List<Variable> variables(long project, List<ReportedCoder> coders) {
        var variables = new ArrayList<>(codebook(project).variables());
        var keys = variables.stream().map(Variable::key).toList();
        rows.coded(coders.stream().map(ReportedCoder::id).toList()).stream()
                .filter(key -> !keys.contains(key))
                .map(Selection::former)
                .forEach(variables::add);
        return variables;
    }

    /** What is chosen; no coders are all of them, and no variables too. */
    public Selection of(Membership project, User user, Collection<Long> coders, Collection<String> variables) {
        var visible = coders(project, user);
        var chosen = visible.stream()
                .filter(coder -> coders.isEmpty() || coders.contains(coder.id()))
                .toList();
        if (chosen.size() < coders.size()) {
            throw new Problem.NotFound("coder");
        }
        var known = variables(project.id(), visible);
        var asked = known.stream()
                .filter(variable -> variables.isEmpty() || variables.contains(variable.key()))
                .toList();
        if (asked.size() < variables.size()) {
            throw new Problem.NotFound("variable");
        }
        return new Selection(project.id(), chosen, asked, user.id());
    }
}
