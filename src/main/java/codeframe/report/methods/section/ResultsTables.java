package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.cell;
import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.decimal;
import static codeframe.report.document.BilingualNumbers.p;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import codeframe.report.results.Association;
import codeframe.report.results.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was found, as an owner put it into the appendix: shares, what goes together, differences and trends. */
final class ResultsTables {
    private static final Bilingual GROUP = new Bilingual("Group", "Gruppe");
    private static final Bilingual CATEGORY = new Bilingual("Category", "Kategorie");
    private static final Bilingual P = Bilingual.of("p");
    private static final Bilingual HOLM = Bilingual.of("p (Holm)");

    private ResultsTables() {}

    static Section of(Material material) {
        var all = material.found().results();
        var computed = IntStream.range(0, all.size())
                .boxed()
                .flatMap(number -> tables(all.get(number), "results-" + (number + 1)));
        var tables = Stream.concat(computed, Stream.of(missing(material.found())))
                .filter(table -> !table.rows().isEmpty())
                .toList();
        return Section.listing("results", new Bilingual("Results", "Ergebnisse"), tables);
    }

    private static PrintedTable missing(Material.Found found) {
        return new PrintedTable(
                "results-missing",
                new Bilingual("Results that could not be computed", "Ergebnisse, die nicht zu berechnen waren"),
                2,
                List.of(new Bilingual("Address", "Adresse"), new Bilingual("Reason", "Grund")),
                found.missing().stream()
                        .map(one -> List.of(Bilingual.of(one.address()), Bilingual.said(one.reason())))
                        .toList());
    }

    private static Stream<PrintedTable> tables(Results results, String key) {
        var tables = new ArrayList<>(List.of(shares(results, key)));
        results.association().ifPresent(found -> tables.add(crossed(results, found, key + "-table")));
        if (results.question().by().asked()) {
            tables.add(differences(results, key + "-differences"));
            tables.add(trends(results, key + "-trends"));
        }
        return tables.stream();
    }

    private static Bilingual category(Results results, String category) {
        return Bilingual.of(results.variable().labelOf(category));
    }

    private static PrintedTable shares(Results results, String key) {
        return new PrintedTable(
                key,
                new Bilingual("Shares of ", "Anteile von ").and(ResultsWords.title(results)),
                2,
                List.of(
                        GROUP,
                        CATEGORY,
                        new Bilingual("Corrected [95 %]", "Korrigiert [95 %]"),
                        new Bilingual("As coded [95 %]", "Wie codiert [95 %]"),
                        new Bilingual("n coded", "n codiert"),
                        UnitWords.heading(results.variable().unit()),
                        new Bilingual("With gold", "Mit Gold")),
                results.rows().stream()
                        .flatMap(row -> row.shares().stream()
                                .map(share -> List.of(
                                        ResultsWords.named(results, row),
                                        category(results, share.category()),
                                        cell(share.corrected()),
                                        cell(share.coded()),
                                        count(share.n()),
                                        count(row.images()),
                                        count(row.gold()))))
                        .toList());
    }

    private static PrintedTable crossed(Results results, Association found, String key) {
        var by = results.question().by();
        var header = new ArrayList<>(List.of(ResultsWords.one(by)));
        found.categories().forEach(category -> header.add(category(results, category)));
        var rows = IntStream.range(0, found.residuals().size())
                .mapToObj(group -> {
                    var row = new ArrayList<>(
                            List.of(Bilingual.of(by.named(found.groups().get(group)))));
                    for (int k = 0; k < found.categories().size(); k++) {
                        row.add(count(found.counts().get(group).get(k))
                                .and(Bilingual.of(" ("))
                                .and(decimal(found.residuals().get(group).get(k), 2))
                                .and(Bilingual.of(")")));
                    }
                    return List.copyOf(row);
                })
                .toList();
        return new PrintedTable(
                key,
                UnitWords.heading(results.variable().unit())
                        .and(new Bilingual(" as coded (adjusted residuals), ", " wie codiert (adjustierte Residuen), "))
                        .and(ResultsWords.title(results))
                        .and(Bilingual.of(": "))
                        .and(Bilingual.said(found.sentence())),
                1,
                header,
                rows);
    }

    private static PrintedTable differences(Results results, String key) {
        var comparisons = results.comparisons();
        var by = results.question().by();
        return new PrintedTable(
                key,
                new Bilingual("Differences from ", "Unterschiede zu ")
                        .and(Bilingual.of(by.named(comparisons.against()) + ", "))
                        .and(ResultsWords.title(results)),
                2,
                List.of(GROUP, CATEGORY, new Bilingual("Difference [95 %]", "Unterschied [95 %]"), P, HOLM),
                comparisons.differences().stream()
                        .map(apart -> List.of(
                                Bilingual.of(by.named(apart.group())),
                                category(results, apart.category()),
                                cell(apart.found().figure()),
                                p(apart.found().p()),
                                p(apart.holm())))
                        .toList());
    }

    private static PrintedTable trends(Results results, String key) {
        return new PrintedTable(
                key,
                Bilingual.of("Trends, ").and(ResultsWords.title(results)),
                1,
                List.of(
                        CATEGORY,
                        new Bilingual("Change per period [95 %]", "Veränderung je Zeitraum [95 %]"),
                        P,
                        HOLM,
                        new Bilingual("Periods", "Zeiträume")),
                results.comparisons().trends().stream()
                        .filter(trend -> trend.found().slope().number().isPresent())
                        .map(trend -> List.of(
                                category(results, trend.category()),
                                cell(trend.found().slope()),
                                p(trend.found().p()),
                                p(trend.holm()),
                                count(trend.found().periods())))
                        .toList());
    }
}
