package codeframe.statistics.vote;

/**
 * What Dawid and Skene's estimates lean towards before anything is seen: prior observations plus one, as a Dirichlet
 * distribution has them. Of 1 throughout nothing is added: maximum likelihood.
 *
 * @param share of each option
 * @param right of a voter's saying what is true
 * @param wrong of a voter's saying something else
 */
public record Dirichlet(double share, double right, double wrong) {
    public static final Dirichlet NONE = new Dirichlet(1, 1, 1);

    /** As R's package rater has them: 8 observations of a voter per option, 0.6 of them right. */
    public static Dirichlet rater(int options) {
        return new Dirichlet(3, 8 * 0.6, 8 * 0.4 / (options - 1));
    }

    /** One observation more in every cell (Laplace). */
    public static Dirichlet laplace() {
        return new Dirichlet(2, 2, 2);
    }

    double voter(int truth, int said) {
        return truth == said ? right : wrong;
    }
}
