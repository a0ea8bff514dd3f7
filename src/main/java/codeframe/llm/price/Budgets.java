package codeframe.llm.price;

import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What runs may spend and have spent. */
public interface Budgets {
    /** @param reserved set aside for what is under way */
    record Budget(
            BigDecimal cap, BigDecimal estimateLow, BigDecimal estimateHigh, BigDecimal spent, BigDecimal reserved) {}

    @SqlQuery("select cap, estimate_low, estimate_high, spent, reserved from llm_budget where run_id = :run")
    Optional<Budget> budget(long run);

    /** As the run was asked for; later calls change nothing. */
    @SqlUpdate("""
            insert into llm_budget (run_id, cap, estimate_low, estimate_high)
            values (:run, :cap, :estimateLow, :estimateHigh)
            on conflict (run_id) do nothing
            """)
    void open(long run, BigDecimal cap, BigDecimal estimateLow, BigDecimal estimateHigh);

    /** A cap below what is spent already would stop the run at once, and is not taken. */
    @SqlUpdate("""
            update llm_budget b set cap = :cap
            from run r
            where r.id = b.run_id and r.project_id = :project and b.run_id = :run and :cap >= b.spent + b.reserved
            """)
    int setCap(long project, long run, BigDecimal cap);
}
