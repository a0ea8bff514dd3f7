package codeframe.report.methods;

import codeframe.report.document.Document;
import codeframe.report.document.Language;
import codeframe.report.methods.section.Material;

/**
 * The methods section of a study and its appendix, written from what is in the database.
 *
 * @param material what both are made of
 */
public record Methods(Material material, Document section, Document appendix) {
    /** Whether the appendix has figures so narrow that they could tell what was given to one image. */
    boolean tellsOfFew() {
        return material.found().results().stream()
                .anyMatch(results -> results.question().ofFew());
    }

    /** What was asked for besides, in an address. */
    public String query(Language language) {
        var regression = material.found()
                .regression()
                .map(regressed -> regressed.question().query())
                .orElse("");
        return language == Language.EN
                ? regression
                : regression + (regression.isEmpty() ? "?" : "&") + "language=" + language.word();
    }
}
