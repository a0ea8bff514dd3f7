package codeframe.statistics.association;

/**
 * Units of a cross-tabulation that are alike.
 *
 * @param weight how many units of the frame each stands for; its scale is of no importance
 * @param cluster units of one cluster are not independent; empty where each is by itself
 * @param n how many they are; of a cluster they count together
 */
public record TableUnit(int row, int column, double weight, int stratum, String cluster, long n) {}
