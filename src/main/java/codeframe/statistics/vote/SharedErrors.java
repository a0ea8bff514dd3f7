package codeframe.statistics.vote;

import codeframe.statistics.agreement.Figure;

/**
 * Mistakes that pairs of voters share.
 *
 * @param together pairs of voters and units that both said something of
 * @param both of those, both wrong
 * @param same of those, with the same answer
 */
public record SharedErrors(double together, double both, double same) {
    /** The double fault of Giacinto and Roli (2001). */
    public Figure doubleFault() {
        return Figure.ratio(both, together, "no two voters said something of the same image");
    }

    /** Where both are wrong, the share of the same wrong answer (Kim et al. 2025, arXiv 2506.07962). */
    public Figure sameWrong() {
        return Figure.ratio(same, both, "no two voters are wrong about the same image");
    }
}
