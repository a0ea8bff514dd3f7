package codeframe.report.validation;

import codeframe.web.Word;

/** What "unsure", "review" and no answer at all count as when a machine is validated against gold: the reader's choice. */
public enum UndecidedRule implements Word {
    ERROR("count as missed", "An answer that was not given counts as missed."),
    MISSING("leave the image out", "Images without an answer of the machine are left out; coverage says how many."),
    CLASS("are a class of their own", "No answer counts as a class of its own.");

    private final String title;
    private final String sentence;

    UndecidedRule(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    public String title() {
        return title;
    }

    String sentence() {
        return sentence;
    }
}
