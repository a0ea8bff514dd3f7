package codeframe.report.document;

/** What is counted: one and several of it. */
public enum Noun {
    IMAGE("image", "images", "Bild", "Bilder"),
    FRAME("frame", "frames", "Frame", "Frames"),
    UNIT("unit", "units", "Einheit", "Einheiten"),
    POST("post", "posts", "Beitrag", "Beiträgen"),
    ACCOUNT("account", "accounts", "Konto", "Konten"),
    IMPORT("import", "imports", "Import", "Importen"),
    FILE("file", "files", "Datei", "Dateien"),
    CODER("coder", "coders", "codierenden Person", "codierenden Personen"),
    PERSON("person", "people", "Person", "Personen"),
    CODING("coding", "codings", "Codierung", "Codierungen"),
    CODE("code", "codes", "Code", "Codes"),
    VARIABLE("variable", "variables", "Variable", "Variablen"),
    VERSION("version", "versions", "Version", "Versionen"),
    CATEGORY("category", "categories", "Kategorie", "Kategorien"),
    VALUE("value", "values", "Wert", "Werte"),
    PHRASE("phrase", "phrases", "Phrase", "Phrasen"),
    HOUR("hour", "hours", "Stunde", "Stunden");

    private final Bilingual one;
    private final Bilingual many;

    Noun(String one, String many, String eins, String viele) {
        this.one = new Bilingual(one, eins);
        this.many = new Bilingual(many, viele);
    }

    Bilingual of(long n) {
        return n == 1 ? one : many;
    }
}
