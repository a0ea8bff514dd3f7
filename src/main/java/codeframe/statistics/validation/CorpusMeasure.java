package codeframe.statistics.validation;

import codeframe.statistics.agreement.Figure;

/**
 * What is computed from the table of machine × gold and from how often each class was predicted for all units, abstentions
 * last.
 */
public interface CorpusMeasure {
    Figure of(Confusion table, double[] said);
}
