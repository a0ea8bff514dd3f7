package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The ledger as it is taken away: every request, and its sums. */
public final class LedgerRows {
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final Totals totals;

    /** One request; null is what nobody knows, and a run, an image or a server that is deleted. */
    public record Entry(
            long id,
            Instant sentAt,
            String purpose,
            Long run,
            String runName,
            Long image,
            String path,
            String server,
            String model,
            int step,
            int sample,
            String state,
            boolean again,
            Integer status,
            String said,
            Integer inputTokens,
            Integer cachedTokens,
            Integer outputTokens,
            boolean usageReported,
            BigDecimal inputPrice,
            BigDecimal cachedPrice,
            BigDecimal outputPrice,
            BigDecimal priceFactor,
            BigDecimal cost,
            Integer ms) {}

    /** @param of project, run, tries, or month */
    public record Total(
            String of,
            Long run,
            String name,
            long requests,
            long again,
            long lost,
            long inputTokens,
            long cachedTokens,
            long outputTokens,
            BigDecimal cost) {}

    interface Totals {
        @SqlQuery("""
                select case when grouping(month) = 0 then 'month' when grouping(run) = 1 then 'project'
                            when run is null then purpose else 'run' end as of,
                       run, case when grouping(month) = 0 then month when grouping(run) = 1 then project else name end as name,
                       count(*) as requests, count(*) filter (where again) as again,
                       count(*) filter (where state = 'lost') as lost,
                       coalesce(sum(input_tokens), 0) as input_tokens, coalesce(sum(cached_tokens), 0) as cached_tokens,
                       coalesce(sum(output_tokens), 0) as output_tokens, sum(cost) as cost
                from (
                    select q.*, project.name as project, q.run_id as run, run.name,
                           to_char(q.sent_at at time zone 'UTC', 'YYYY-MM') as month
                    from llm_request q
                    join project on project.id = q.project_id
                    left join run on run.id = q.run_id
                    where q.project_id = :project) as ledger
                group by grouping sets ((project), (run, name, purpose), (month))
                order by grouping(month) desc, grouping(run) desc, month, run
                """)
        List<Total> totals(long project);
    }

    public LedgerRows(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.totals = jdbi.onDemand(Totals.class);
    }

    /** The project's whole; each of its runs, with what belongs to none; each month of UTC. */
    public List<Total> totals(long project) {
        return totals.totals(project);
    }

    /** Everything in the order it was sent, a thousand rows in memory at a time. */
    public void write(long project, Long run, LedgerFile file) {
        jdbi.useTransaction(handle -> {
            try (var entries = handle
                    .createQuery("""
                            select q.id, q.sent_at, q.purpose, q.run_id as run, run.name as run_name,
                                   q.image_id as image, image.path, s.name as server, q.model, q.step, q.sample, q.state,
                                   q.again, q.status, q.said, q.input_tokens, q.cached_tokens, q.output_tokens,
                                   q.usage_reported, q.input_price, q.cached_price, q.output_price, q.price_factor,
                                   q.cost, q.ms
                            from llm_request q
                            join llm_server s on s.id = q.server_id
                            left join run on run.id = q.run_id
                            left join image on image.id = q.image_id
                            where q.project_id = :project and (cast(:run as bigint) is null or q.run_id = :run)
                            order by q.id
                            """)
                    .setFetchSize(AT_ONCE)
                    .bind("project", project)
                    .bind("run", run)
                    .mapTo(Entry.class)
                    .stream()) {
                entries.forEach(file::entry);
            }
        });
    }
}
