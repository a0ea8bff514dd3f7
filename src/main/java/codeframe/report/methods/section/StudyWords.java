package codeframe.report.methods.section;

import codeframe.codebook.Change;
import codeframe.codebook.Level;
import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.document.Bilingual;
import codeframe.report.study.StudySamples;

/** StudyWords of the product that a methods section needs in every language. */
final class StudyWords {
    private StudyWords() {}

    /** "one category, nominal" */
    static Bilingual measured(Variable variable) {
        return type(variable.type()).and(Bilingual.of(", ")).and(level(variable.level()));
    }

    static Bilingual type(VariableType type) {
        return switch (type) {
            case SINGLE -> new Bilingual("one category", "eine Kategorie");
            case MULTI -> new Bilingual("several categories", "mehrere Kategorien");
            case BOOLEAN -> new Bilingual("yes or no", "ja oder nein");
            case NUMBER -> new Bilingual("a number", "eine Zahl");
            case TEXT -> new Bilingual("free text", "Freitext");
        };
    }

    static Bilingual level(Level level) {
        return switch (level) {
            case NOMINAL -> new Bilingual("nominal", "nominal");
            case ORDINAL -> new Bilingual("ordinal", "ordinal");
            case INTERVAL -> new Bilingual("interval", "intervallskaliert");
            case RATIO -> new Bilingual("ratio", "verhältnisskaliert");
        };
    }

    /** "2 categories were added" */
    static Bilingual change(Change.Kind kind, long n) {
        return switch (kind) {
            case ADDED_VARIABLE -> told(n, "variable", "added", "Variable", "Variablen", "neu");
            case REMOVED_VARIABLE -> told(n, "variable", "removed", "Variable", "Variablen", "entfernt");
            case MEASURED_OTHERWISE ->
                told(n, "level of measurement", "changed", "Skalenniveau", "Skalenniveaus", "geändert");
            case UNIT -> told(n, "unit of coding", "changed", "Codiereinheit", "Codiereinheiten", "geändert");
            case INSTRUCTED_OTHERWISE -> told(n, "instruction", "rewritten", "Anweisung", "Anweisungen", "neu gefasst");
            case ASKED_OTHERWISE -> told(n, "condition", "changed", "Bedingung", "Bedingungen", "geändert");
            case ADDED_CATEGORY -> told(n, "category", "added", "Kategorie", "Kategorien", "neu");
            case REMOVED_CATEGORY -> told(n, "category", "removed", "Kategorie", "Kategorien", "entfernt");
            case DEFINED_OTHERWISE -> told(n, "definition", "changed", "Definition", "Definitionen", "geändert");
            case RENAMED -> told(n, "label", "renamed", "Bezeichnung", "Bezeichnungen", "umbenannt");
            case MOVED -> told(n, "entry", "moved", "Eintrag", "Einträge", "verschoben");
            case PHRASES -> told(n, "list of phrases", "changed", "Phrasenliste", "Phrasenlisten", "geändert");
            case OPTIONS -> told(n, "option", "changed", "Option", "Optionen", "geändert");
            case ABOUT -> told(n, "general entry", "changed", "allgemeine Angabe", "allgemeine Angaben", "geändert");
        };
    }

    private static Bilingual told(long n, String one, String done, String eins, String viele, String getan) {
        var many = one.contains(" of ") ? one.replaceFirst(" of ", "s of ") : one.replaceAll("y$", "ie") + "s";
        return new Bilingual(
                n + " " + (n == 1 ? one + " was " : many + " were ") + done,
                n + " " + (n == 1 ? eins : viele) + " " + getan);
    }

    static Bilingual purpose(StudySamples.Drawn sample) {
        return switch (sample.purpose()) {
            case "pilot" -> new Bilingual("pilot", "Pilot");
            case "dev" -> new Bilingual("development", "Entwicklung");
            case "test" -> new Bilingual("test", "Test");
            case "audit" -> new Bilingual("audit", "Audit");
            case "training" -> new Bilingual("training", "Schulung");
            default -> Bilingual.of(sample.purpose());
        };
    }

    static Bilingual design(StudySamples.Drawn sample) {
        return switch (sample.design()) {
            case "simple" -> new Bilingual("simple random", "einfache Zufallsstichprobe");
            case "stratified" -> new Bilingual("stratified random", "geschichtete Zufallsstichprobe");
            default -> new Bilingual("picked by hand", "von Hand ausgewählt");
        };
    }

    /** @param by the word that the sample keeps for what divides its images */
    static Bilingual strata(String by) {
        return switch (by) {
            case "account" -> new Bilingual("account", "Konto");
            case "year" -> new Bilingual("year", "Jahr");
            case "quarter" -> new Bilingual("quarter", "Quartal");
            case "month" -> new Bilingual("month", "Monat");
            case "category" -> new Bilingual("a machine's label", "Code einer Maschine");
            case "confidence" -> new Bilingual("a machine's confidence", "Sicherheit einer Maschine");
            default -> new Bilingual("strata", "Schichten");
        };
    }

    static Bilingual provenance(String word) {
        return switch (word) {
            case "unanimous" -> new Bilingual("unanimous", "einstimmig");
            case "majority" -> new Bilingual("by majority", "durch Mehrheit");
            case "adjudicated" -> new Bilingual("one by one", "einzeln entschieden");
            default -> Bilingual.of(word);
        };
    }
}
