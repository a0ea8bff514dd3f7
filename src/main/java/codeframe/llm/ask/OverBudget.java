package codeframe.llm.ask;

import java.math.BigDecimal;

/** The run's budget has not as much left as the next request may cost. */
final class OverBudget extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BigDecimal needed;

    OverBudget(BigDecimal needed) {
        super("over budget", null, false, false);
        this.needed = needed;
    }

    BigDecimal needed() {
        return needed;
    }
}
