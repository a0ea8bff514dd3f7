package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.value;

import codeframe.report.agreement.AgreementStudy;
import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import java.util.ArrayList;
import java.util.List;

/** Agreement by category and by pair of coders, and whether coders drifted. */
final class AgreementTables {
    private AgreementTables() {}

    static Section of(Material material) {
        var compared = material.found().compared();
        return Section.listing(
                "agreement",
                new Bilingual("Agreement in detail", "Übereinstimmung im Einzelnen"),
                CollectionTables.filled(categories(compared), pairs(compared), thirds(compared)));
    }

    private static PrintedTable categories(List<AgreementStudy.Opened> compared) {
        var rows = new ArrayList<List<Bilingual>>();
        compared.forEach(opened -> opened.line()
                .report()
                .categories()
                .forEach(category -> rows.add(List.of(
                        Bilingual.of(opened.line().variable().label()),
                        Bilingual.of(opened.line().variable().labelOf(category.category())),
                        count(category.n()),
                        cell(category.specific()),
                        cell(category.alpha())))));
        return new PrintedTable(
                "agreement_categories",
                new Bilingual("Agreement by category", "Übereinstimmung je Kategorie"),
                2,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Category", "Kategorie"),
                        new Bilingual("Uses", "Vergaben"),
                        new Bilingual("Specific agreement [95 %]", "Spezifische Übereinstimmung [95 %]"),
                        new Bilingual("α against the rest [95 %]", "α gegen den Rest [95 %]")),
                rows);
    }

    private static PrintedTable pairs(List<AgreementStudy.Opened> compared) {
        var rows = new ArrayList<List<Bilingual>>();
        compared.forEach(opened -> opened.line()
                .report()
                .pairs()
                .forEach(pair -> rows.add(List.of(
                        Bilingual.of(opened.line().variable().label()),
                        Bilingual.of(pair.a() + " – " + pair.b()),
                        count(pair.found().n()),
                        value(pair.found().percent()),
                        value(pair.found().alpha())))));
        return new PrintedTable(
                "agreement_pairs",
                new Bilingual("Agreement by pair of coders", "Übereinstimmung je Paar"),
                2,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Pair", "Paar"),
                        Bilingual.of("n"),
                        new Bilingual("Agreement", "Übereinstimmung"),
                        Bilingual.of("α")),
                rows);
    }

    private static PrintedTable thirds(List<AgreementStudy.Opened> compared) {
        var rows = new ArrayList<List<Bilingual>>();
        compared.forEach(opened -> opened.drift()
                .thirds()
                .forEach(third -> rows.add(List.of(
                        Bilingual.of(opened.line().variable().label()),
                        third(third.name()),
                        count(third.units()),
                        cell(third.alpha())))));
        return new PrintedTable(
                "agreement_thirds",
                new Bilingual("Agreement by thirds of the coding order", "Übereinstimmung nach Dritteln"),
                2,
                List.of(
                        Bilingual.of("Variable"),
                        new Bilingual("Third", "Drittel"),
                        Bilingual.of("n"),
                        Bilingual.of("α [95 %]")),
                rows);
    }

    private static Bilingual third(String name) {
        return new Bilingual(
                name,
                switch (name) {
                    case "first third" -> "erstes Drittel";
                    case "second third" -> "zweites Drittel";
                    default -> "letztes Drittel";
                });
    }
}
