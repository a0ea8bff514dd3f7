package codeframe.report.methods.section;

import codeframe.report.document.Bilingual;
import codeframe.report.results.GroupShares;
import codeframe.report.results.Grouping;
import codeframe.report.results.Results;
import codeframe.report.study.Cluster;

/** What results are of, as captions of the appendix name it. */
final class ResultsWords {
    private ResultsWords() {}

    /** "Image type, CLIP, by week" */
    static Bilingual title(Results results) {
        var by = results.question().by();
        var grouped = by.asked() ? new Bilingual(", " + by.title(), ", nach " + one(by).german()) : Bilingual.EMPTY;
        return Bilingual.of(results.variable().label() + ", " + results.coder().name())
                .and(grouped)
                .and(by.coded()
                        .filter(groups -> groups.coder().id() != results.coder().id())
                        .map(groups -> new Bilingual(
                                " as " + groups.coder().name() + " coded it",
                                " (Codes: " + groups.coder().name() + ")"))
                        .orElse(Bilingual.EMPTY))
                .and(about(results.question().clustering().cluster()));
    }

    private static Bilingual about(Cluster cluster) {
        return switch (cluster) {
            case IMAGE -> Bilingual.EMPTY;
            case POST ->
                new Bilingual("; intervals about new posts like these", "; Intervalle für neue Beiträge wie diese");
            case ACCOUNT ->
                new Bilingual("; intervals about new accounts like these", "; Intervalle für neue Konten wie diese");
        };
    }

    static Bilingual one(Grouping by) {
        return new Bilingual(
                by.one(),
                switch (by.kind()) {
                    case DAY -> "Tag";
                    case WEEK -> "Woche";
                    case MONTH -> "Monat";
                    case ACCOUNT -> "Konto";
                    default -> by.one();
                });
    }

    static Bilingual named(Results results, GroupShares row) {
        return new Bilingual(
                results.named(row),
                row.group().isEmpty() ? "Alle " + results.variable().unit().germanWords(2) : results.named(row));
    }
}
