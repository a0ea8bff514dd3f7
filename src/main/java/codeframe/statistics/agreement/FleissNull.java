package codeframe.statistics.agreement;

import java.util.Arrays;

/** The z of Fleiss's κ against κ = 0 where every unit has m codes (Fleiss, Nee and Landis 1979, eq. 12). */
public record FleissNull(double kappa, double se) {
    public static FleissNull of(Codes codes) {
        double kappa = ChanceCorrected.fleiss(codes, Weights.identity(codes.categories()))
                .figure()
                .number()
                .orElseThrow(() -> new IllegalArgumentException("kappa is undefined"));
        double given = Arrays.stream(codes.uses()).sum();
        double spread = 0;
        double skew = 0;
        for (long uses : codes.uses()) {
            double p = uses / given;
            spread += p * (1 - p);
            skew += p * (1 - p) * (1 - 2 * p);
        }
        double pairs = given * (given / codes.units() - 1);
        return new FleissNull(kappa, Math.sqrt(2 / pairs * (spread * spread - skew)) / spread);
    }

    public double z() {
        return kappa / se;
    }
}
