package codeframe.report.study;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.project.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an address may name: the coders, samples, accounts and categories of a project; they are the same for everybody. */
public final class Offered {
    private final Selections selections;
    private final ReportBasis basis;
    private final StudySamples samples;
    private final Membership project;

    public Offered(Selections selections, ReportBasis basis, Membership project) {
        this.selections = selections;
        this.basis = basis;
        this.samples = basis.samples();
        this.project = project;
    }

    public List<ReportedCoder> coders() {
        return selections.everybody(project.id());
    }

    List<StudySamples.Drawn> samples() {
        return samples.samples(project.id());
    }

    List<Integer> versions() {
        return samples.versions(project.id());
    }

    public List<String> accounts() {
        return samples.accounts(project.id());
    }

    Basis basis() {
        return basis.of(project.id());
    }

    /** @param version of the codebook, or 0 for the latest */
    public List<Variable> variables(long version) {
        return selections.codebook(project.id(), version).variables();
    }

    /** The same variables, also with categories that only other versions have: codes with them are still there. */
    List<Variable> ofAllVersions(List<Variable> variables) {
        Map<String, Map<String, Category>> categories = new LinkedHashMap<>();
        variables.forEach(variable -> add(variable, categories));
        versions().forEach(version -> variables(version).forEach(variable -> add(variable, categories)));
        return variables.stream()
                .map(variable -> variable.withCategories(
                        new ArrayList<>(categories.get(variable.key()).values())))
                .toList();
    }

    private static void add(Variable variable, Map<String, Map<String, Category>> categories) {
        var of = categories.computeIfAbsent(variable.key(), key -> new LinkedHashMap<>());
        variable.categories().forEach(category -> of.putIfAbsent(category.key(), category));
    }
}
