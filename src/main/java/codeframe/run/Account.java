package codeframe.run;

import java.math.BigDecimal;

/**
 * What a run may spend and has spent, in dollars.
 *
 * @param estimateLow null where nobody estimated
 * @param underWay set aside for requests that are not answered yet
 */
public record Account(
        BigDecimal cap, BigDecimal estimateLow, BigDecimal estimateHigh, BigDecimal spent, BigDecimal underWay) {}
