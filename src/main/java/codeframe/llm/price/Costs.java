package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Sums over the ledger of a project. Months are those of UTC. */
public interface Costs {
    /**
     * @param lost requests that nobody knows the end of, counted at the most they can have cost
     * @param again requests that were sent a second time because the first was lost
     */
    record Sum(
            long requests,
            long answered,
            long lost,
            long again,
            long input,
            long cached,
            long output,
            BigDecimal cost) {}

    @SqlQuery("""
            select count(*) as requests, count(*) filter (where state = 'answered') as answered,
                   count(*) filter (where state = 'lost') as lost, count(*) filter (where again) as again,
                   coalesce(sum(input_tokens), 0) as input, coalesce(sum(cached_tokens), 0) as cached,
                   coalesce(sum(output_tokens), 0) as output, coalesce(sum(cost), 0) as cost
            from llm_request where project_id = :project
            """)
    Sum total(long project);

    record Month(LocalDate month, long requests, BigDecimal cost) {}

    @SqlQuery("""
            select date_trunc('month', sent_at at time zone 'UTC')::date as month, count(*) as requests, sum(cost) as cost
            from llm_request where project_id = :project
            group by 1 order by 1 desc
            """)
    List<Month> months(long project);

    /** {@code run} and {@code name} are null for what was tried outside of any run. */
    record OfRun(
            Long run,
            String name,
            String purpose,
            long requests,
            long again,
            long lost,
            BigDecimal cost,
            BigDecimal estimateLow,
            BigDecimal estimateHigh,
            BigDecimal cap) {}

    @SqlQuery("""
            select q.run_id as run, r.name, q.purpose, count(*) as requests, count(*) filter (where q.again) as again,
                   count(*) filter (where q.state = 'lost') as lost, sum(q.cost) as cost,
                   b.estimate_low, b.estimate_high, b.cap
            from llm_request q
            left join run r on r.id = q.run_id
            left join llm_budget b on b.run_id = q.run_id
            where q.project_id = :project
            group by q.run_id, r.name, q.purpose, b.estimate_low, b.estimate_high, b.cap
            order by max(q.id) desc
            """)
    List<OfRun> runs(long project);

    record OfModel(String server, String model, long requests, long input, long output, BigDecimal cost) {}

    @SqlQuery("""
            select s.name as server, q.model, count(*) as requests, coalesce(sum(q.input_tokens), 0) as input,
                   coalesce(sum(q.output_tokens), 0) as output, sum(q.cost) as cost
            from llm_request q join llm_server s on s.id = q.server_id
            where q.project_id = :project
            group by s.name, q.model
            order by sum(q.cost) desc, s.name, q.model
            """)
    List<OfModel> models(long project);

    /** A line of the ledger. */
    record Line(
            long id,
            Instant sentAt,
            Long image,
            String path,
            int step,
            int sample,
            String state,
            boolean again,
            Integer status,
            String said,
            Integer inputTokens,
            Integer cachedTokens,
            Integer outputTokens,
            BigDecimal cost,
            Integer ms) {}

    @SqlQuery("""
            select q.id, q.sent_at, q.image_id as image, image.path, q.step, q.sample, q.state, q.again, q.status, q.said,
                   q.input_tokens, q.cached_tokens, q.output_tokens, q.cost, q.ms
            from llm_request q left join image on image.id = q.image_id
            where q.project_id = :project and q.run_id = :run and q.id > :after
            order by q.id
            limit :limit
            """)
    List<Line> lines(long project, long run, long after, int limit);
}
