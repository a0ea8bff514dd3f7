package codeframe.vote;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import java.util.List;
import java.util.Optional;

/** What is decided for one image and variable. */
interface ImageDecision {
    Variable variable();

    boolean decided();

    /** Empty unless it is decided. */
    List<Code> codes();

    /** Share of pairs of voters who said different things; empty where fewer than two said something. */
    Optional<Double> differing();

    /** In the words of the codebook. */
    record Said(String voter, String said) {}
}
