package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.day;

import codeframe.codebook.Category;
import codeframe.codebook.Codebook;
import codeframe.codebook.CodebookDiff;
import codeframe.codebook.Variable;
import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import java.util.ArrayList;
import java.util.List;

/** The codebook as it was coded by: versions, variables, categories, and every change. */
final class CodebookTables {
    private static final Bilingual NUMBER = new Bilingual("Version", "Version");

    private CodebookTables() {}

    static Section of(Material material) {
        var title = new Bilingual("Codebook", "Codebuch");
        var versions = material.versions();
        if (versions.isEmpty()) {
            return Section.listing("codebook", title, List.of());
        }
        var latest = CodebookSection.read(versions.get(versions.size() - 1));
        return Section.listing(
                "codebook",
                title,
                CollectionTables.filled(versions(versions), variables(latest), categories(latest), changes(versions)));
    }

    private static PrintedTable versions(List<MethodsRows.Published> versions) {
        return new PrintedTable(
                "versions",
                new Bilingual("Published versions", "Veröffentlichte Versionen"),
                4,
                List.of(
                        NUMBER,
                        new Bilingual("Published", "Veröffentlicht"),
                        new Bilingual("Note", "Anmerkung"),
                        Bilingual.of("SHA-256")),
                versions.stream()
                        .map(one -> List.of(
                                Bilingual.of(Integer.toString(one.number())),
                                day(one.publishedAt()),
                                Bilingual.of(one.note()),
                                Bilingual.of(one.hash())))
                        .toList());
    }

    private static PrintedTable variables(Codebook codebook) {
        return new PrintedTable(
                "variables",
                new Bilingual("Variables of the latest version", "Variablen der neuesten Version"),
                5,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Answer", "Antwort"),
                        new Bilingual("Asked", "Gefragt"),
                        new Bilingual("Unsure", "Unsicher"),
                        new Bilingual("Instruction", "Anweisung")),
                codebook.variables().stream()
                        .map(one -> List.of(
                                Bilingual.of(one.label()),
                                StudyWords.measured(one),
                                asked(one),
                                one.unsure() ? new Bilingual("possible", "möglich") : Bilingual.of("–"),
                                Bilingual.of(one.instruction())))
                        .toList());
    }

    private static Bilingual asked(Variable variable) {
        return variable.unit().several()
                ? new Bilingual("per ", "je ")
                        .and(UnitWords.words(variable.unit(), 1))
                        .and(Bilingual.of(", "))
                        .and(condition(variable))
                : condition(variable);
    }

    private static Bilingual condition(Variable variable) {
        return variable.showIf().always()
                ? new Bilingual("always", "immer")
                : new Bilingual("if ", "falls ")
                        .and(Bilingual.of(variable.showIf().variable() + " = "
                                + String.join(" / ", variable.showIf().values())));
    }

    private static PrintedTable categories(Codebook codebook) {
        var rows = new ArrayList<List<Bilingual>>();
        codebook.variables()
                .forEach(variable -> variable.categories().forEach(one -> rows.add(category(variable, one))));
        return new PrintedTable(
                "categories",
                new Bilingual("Categories and their definitions", "Kategorien und ihre Definitionen"),
                5,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Category", "Kategorie"),
                        new Bilingual("Definition", "Definition"),
                        new Bilingual("Belongs", "Gehört dazu"),
                        new Bilingual("Does not", "Gehört nicht dazu")),
                rows);
    }

    private static List<Bilingual> category(Variable variable, Category category) {
        return List.of(
                Bilingual.of(variable.label()),
                Bilingual.of(variable.labelOf(category.key())),
                Bilingual.of(category.definition()),
                Bilingual.of(String.join("; ", category.include())),
                Bilingual.of(String.join("; ", category.exclude())));
    }

    private static PrintedTable changes(List<MethodsRows.Published> versions) {
        var rows = new ArrayList<List<Bilingual>>();
        for (int i = 1; i < versions.size(); i++) {
            var number = Bilingual.of(Integer.toString(versions.get(i).number()));
            CodebookDiff.of(CodebookSection.read(versions.get(i - 1)), CodebookSection.read(versions.get(i)))
                    .forEach(change -> rows.add(List.of(number, Bilingual.said(change.sentence()))));
        }
        return new PrintedTable(
                "changes",
                new Bilingual("What each version changed", "Was jede Version änderte"),
                2,
                List.of(NUMBER, new Bilingual("Change", "Änderung")),
                rows);
    }
}
