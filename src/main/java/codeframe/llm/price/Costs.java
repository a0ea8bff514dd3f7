package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The ledger as it is read, on pages and in files alike: every request, and its sums. Months are those of UTC. */
public interface Costs {
    int ROWS_AT_ONCE = 1_000;

    /**
     * One request; null is what nobody knows, and a run, an image or a server that is deleted.
     *
     * @param hidden whether the reader must not see what was said about the image: the request is counted with its cost,
     *     and is not told which image it was about, or what came back
     */
    record Entry(
            long id,
            Instant sentAt,
            String purpose,
            Long run,
            String runName,
            boolean hidden,
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
            Integer ms,
            String answeredBy,
            String fingerprint,
            Integer reasoningTokens,
            Integer soundSeconds,
            BigDecimal minutePrice) {}

    /**
     * In the order they were sent, a thousand in memory at a time.
     *
     * @param run null for all of the project
     * @param limit null for no end
     * @param viewer who reads: of images they must not see codes of they learn that requests were made and what they cost
     */
    @SqlQuery("""
            select q.id, q.sent_at, q.purpose, q.run_id as run, run.name as run_name, hidden.id is not null as hidden,
                   image.id as image, image.path, s.name as server, q.model, q.step, q.sample, q.state,
                   q.again, q.status, case when hidden.id is null then q.said end as said, q.input_tokens, q.cached_tokens, q.output_tokens,
                   q.usage_reported, q.input_price, q.cached_price, q.output_price, q.price_factor,
                   q.cost, q.ms, q.answered_by, q.fingerprint, q.reasoning_tokens,
                   q.sound_seconds, q.minute_price
            from llm_request q
            join llm_server s on s.id = q.server_id
            left join run on run.id = q.run_id
            left join (select image_id as id from sealed_image where project_id = :project
                       union select image_id from blind_image where project_id = :project and user_id = :viewer) hidden
              on hidden.id = q.image_id
            left join image on image.id = q.image_id and hidden.id is null
            where q.project_id = :project and (cast(:run as bigint) is null or q.run_id = :run) and q.id > :after
            order by q.id
            limit cast(:limit as integer)
            """)
    @Transaction(readOnly = true)
    @FetchSize(ROWS_AT_ONCE)
    void entries(long project, Long run, long viewer, long after, Integer limit, Consumer<Entry> each);

    default List<Entry> entriesOfRun(long project, long run, long viewer, long after, int limit) {
        var entries = new ArrayList<Entry>();
        entries(project, run, viewer, after, limit, entries::add);
        return entries;
    }

    /**
     * @param of project, run, month, model, or the purpose of what belongs to no run
     * @param server of a model
     * @param lost requests that nobody knows the end of, counted at the most they can have cost
     * @param unpriced tests made before their model had a price, counted at nothing
     * @param again requests that were sent a second time because the first was lost
     * @param latest the newest request
     */
    record Sum(
            String of,
            Long run,
            String name,
            String server,
            long requests,
            long again,
            long lost,
            long unpriced,
            long inputTokens,
            long cachedTokens,
            long outputTokens,
            BigDecimal cost,
            BigDecimal estimateLow,
            BigDecimal estimateHigh,
            BigDecimal cap,
            long latest) {}

    /** The project's whole; each of its runs, with what belongs to none; each month; each model of a server. */
    @SqlQuery("""
            select case when grouping(month) = 0 then 'month' when grouping(model) = 0 then 'model'
                        when grouping(purpose) = 1 then 'project' when run is null then purpose else 'run' end as of,
                   run, case when grouping(month) = 0 then month when grouping(model) = 0 then model
                             when grouping(purpose) = 1 then (select name from project where id = :project)
                             else run_name end as name,
                   server, count(*) as requests, count(*) filter (where again) as again,
                   count(*) filter (where state = 'lost') as lost, count(*) filter (where unpriced) as unpriced,
                   coalesce(sum(input_tokens), 0) as input_tokens, coalesce(sum(cached_tokens), 0) as cached_tokens,
                   coalesce(sum(output_tokens), 0) as output_tokens, coalesce(sum(cost), 0) as cost,
                   estimate_low, estimate_high, cap, coalesce(max(id), 0) as latest
            from (
                select q.*, q.run_id as run, run.name as run_name, s.name as server, b.estimate_low, b.estimate_high,
                       b.cap, to_char(q.sent_at at time zone 'UTC', 'YYYY-MM') as month
                from llm_request q
                join llm_server s on s.id = q.server_id
                left join run on run.id = q.run_id
                left join llm_budget b on b.run_id = q.run_id
                where q.project_id = :project) as ledger
            group by grouping sets ((), (run, run_name, purpose, estimate_low, estimate_high, cap), (month), (server, model))
            order by grouping(month) desc, grouping(model) desc, grouping(purpose) desc, run, month, server, model
            """)
    List<Sum> sums(long project);
}
