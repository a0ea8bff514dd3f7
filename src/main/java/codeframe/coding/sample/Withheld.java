package codeframe.coding.sample;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * How many images have codes that a person is not shown.
 *
 * @param sealed machine results on images of a sealed test sample
 * @param blind codes of others on images that the person codes in an open sample
 * @param own the person's own codes in an open sample of which some images come again
 */
public record Withheld(long sealed, long blind, long own) {
    public boolean any() {
        return sealed + blind + own > 0;
    }

    /** For scripts: the value of the header {@code Codeframe-Withheld}, because a table has no place to say it. */
    public String header() {
        return "sealed=" + sealed + ", blind=" + blind + (own > 0 ? ", own=" + own : "");
    }

    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (sealed > 0) {
            sentences.add("What machines said about " + NumberText.count(sealed, "image", "images")
                    + " is left out, because " + (sealed == 1 ? "it is" : "they are")
                    + " in a test sample that is still sealed.");
        }
        if (blind > 0) {
            sentences.add("What others said about " + NumberText.count(blind, "image", "images")
                    + " is left out, because you code " + (blind == 1 ? "it" : "them")
                    + " yourself in a sample that is still open.");
        }
        if (own > 0) {
            sentences.add("What you said yourself about " + NumberText.count(own, "image", "images")
                    + " is left out until the sample is closed, because some of its images come to you again.");
        }
        return sentences;
    }
}
