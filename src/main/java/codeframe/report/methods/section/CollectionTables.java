package codeframe.report.methods.section;

import static codeframe.report.document.BilingualNumbers.count;
import static codeframe.report.document.BilingualNumbers.day;

import codeframe.report.document.Bilingual;
import codeframe.report.document.PrintedTable;
import codeframe.report.document.Section;
import java.util.List;
import java.util.stream.Stream;

/** Tables of what was collected, and what was lost. */
final class CollectionTables {
    private CollectionTables() {}

    static Section of(Material material) {
        return Section.listing(
                "collection",
                new Bilingual("Collection", "Erhebung"),
                filled(
                        lost(material.collected().lost()),
                        removed(material.collected().removed())));
    }

    /** Only tables that hold something. */
    static List<PrintedTable> filled(PrintedTable... tables) {
        return Stream.of(tables).filter(table -> !table.rows().isEmpty()).toList();
    }

    private static PrintedTable lost(List<CorpusRows.Lost> lost) {
        return new PrintedTable(
                "lost",
                new Bilingual(
                        "Files that did not become whole images, by reason (the thirty commonest)",
                        "Dateien, die nicht zu unversehrten Bildern wurden, nach Grund (die dreißig häufigsten)"),
                2,
                List.of(
                        new Bilingual("Became", "Ergebnis"),
                        new Bilingual("Reason", "Grund"),
                        new Bilingual("Files", "Dateien")),
                lost.stream()
                        .map(one -> List.of(
                                Bilingual.said(one.verdict()), Bilingual.said(one.reason()), count(one.files())))
                        .toList());
    }

    private static PrintedTable removed(List<CorpusRows.Removed> removed) {
        return new PrintedTable(
                "removed",
                new Bilingual("Images removed later", "Später entfernte Bilder"),
                2,
                List.of(
                        new Bilingual("Day", "Tag"),
                        new Bilingual("Reason", "Grund"),
                        new Bilingual("Images", "Bilder")),
                removed.stream()
                        .map(one -> List.of(day(one.at()), Bilingual.of(one.reason()), count(one.images())))
                        .toList());
    }
}
