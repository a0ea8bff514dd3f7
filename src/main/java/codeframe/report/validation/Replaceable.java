package codeframe.report.validation;

import codeframe.statistics.validation.AltTest;
import codeframe.web.NumberText;

/** The alternative annotator test in words (Calderon, Reichart and Dror 2025). */
final class Replaceable {
    private Replaceable() {}

    static String verdict(AltTest test, long beaten) {
        return "Could the machine stand in for one of the coders? With ε = " + NumberText.decimal(test.epsilon(), 2)
                + ", the advantage a person is granted for what a person costs more, it could for "
                + NumberText.count(beaten) + " of "
                + NumberText.count(test.humans().size(), "coder", "coders")
                + ": the winning rate ω is " + NumberText.decimal(test.winningRate(), 2) + ", and 0.50 "
                + (test.passed() ? "is reached, so the test is passed." : "is not reached, so the test is not passed.")
                + " On " + NumberText.percent(test.advantage())
                + " of the images, on average over the coders (ρ), the machine agreed with the others at least as"
                + " well as the coder did. P-values are held against Benjamini and Yekutieli's thresholds at 0.05.";
    }
}
