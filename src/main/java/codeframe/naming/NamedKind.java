package codeframe.naming;

/** What has a name that people gave. */
enum NamedKind {
    RUN("run"),
    SAMPLE("sample"),
    SELECTION("selection");

    private final String word;

    NamedKind(String word) {
        this.word = word;
    }

    /** In sentences, and as the parameter of an address. */
    String word() {
        return word;
    }

    /** Their page in a project's addresses, and their entry in its menu. */
    String place() {
        return word + "s";
    }

    String menu() {
        return this == SELECTION ? "images" : place();
    }
}
