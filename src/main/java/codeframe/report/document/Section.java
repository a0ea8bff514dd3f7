package codeframe.report.document;

import java.util.List;

/** A part of a document: sentences by paragraph, then tables and texts as they were written. */
public record Section(
        String key,
        Bilingual title,
        List<List<Sentence>> paragraphs,
        List<PrintedTable> tables,
        List<Verbatim> verbatims) {
    public static Section of(String key, Bilingual title, List<List<Sentence>> paragraphs, PrintedTable... tables) {
        return new Section(key, title, paragraphs, List.of(tables), List.of());
    }

    public static Section told(String key, Bilingual title, List<Sentence> sentences) {
        return of(key, title, List.of(sentences));
    }

    public static Section listing(String key, Bilingual title, List<PrintedTable> tables) {
        return new Section(key, title, List.of(), tables, List.of());
    }
}
