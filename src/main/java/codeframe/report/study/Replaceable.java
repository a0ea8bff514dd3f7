package codeframe.report.study;

import codeframe.agreement.validation.AltTest;
import codeframe.web.Figures;

/** The alternative annotator test in words (Calderon, Reichart and Dror 2025). */
final class Replaceable {
    private Replaceable() {}

    static String verdict(AltTest test, long beaten) {
        return "Could the machine stand in for one of the coders? With ε = " + Figures.decimal(test.epsilon(), 2)
                + ", the advantage a person is granted for what a person costs more, it could for "
                + Figures.count(beaten) + " of " + Figures.count(test.humans().size(), "coder", "coders")
                + ": the winning rate ω is " + Figures.decimal(test.winningRate(), 2) + ", and 0.50 "
                + (test.passed() ? "is reached, so the test is passed." : "is not reached, so the test is not passed.")
                + " On " + Figures.percent(test.advantage())
                + " of the images, on average over the coders (ρ), the machine agreed with the others at least as"
                + " well as the coder did. P-values are held against Benjamini and Yekutieli's thresholds at 0.05.";
    }
}
