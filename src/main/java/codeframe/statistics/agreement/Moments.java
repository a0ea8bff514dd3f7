package codeframe.statistics.agreement;

import java.util.Arrays;

/** Means and variances with the divisor named. */
public final class Moments {
    private Moments() {}

    public static double mean(double... values) {
        return Arrays.stream(values).average().orElse(0);
    }

    public static double variance(double[] values, double divisor) {
        return covariance(values, values, divisor);
    }

    public static double covariance(double[] left, double[] right, double divisor) {
        double meanLeft = mean(left);
        double meanRight = mean(right);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - meanLeft) * (right[i] - meanRight);
        }
        return sum / divisor;
    }
}
