package codeframe.report.document;

import java.util.List;

/**
 * A table of a document.
 *
 * @param key stable, in files
 * @param texts how many of its first columns are words; the others are figures
 */
public record PrintedTable(
        String key, Bilingual caption, int texts, List<Bilingual> header, List<List<Bilingual>> rows) {}
