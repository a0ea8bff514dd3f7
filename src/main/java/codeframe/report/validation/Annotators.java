package codeframe.report.validation;

import codeframe.web.Word;

/** Who the coders are, which sets ε of the alternative annotator test (Calderon, Reichart and Dror 2025, section 3.4). */
public enum Annotators implements Word {
    EXPERTS("experts", 0.2),
    STUDENTS("trained coders, such as students", 0.15),
    CROWD("crowd workers", 0.1);

    private final String title;
    private final double epsilon;

    Annotators(String title, double epsilon) {
        this.title = title;
        this.epsilon = epsilon;
    }

    public String title() {
        return title;
    }

    public double epsilon() {
        return epsilon;
    }
}
