package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The price lists of servers. Asked for by the number of a server that the caller has found in its project. */
public interface Prices {
    @SqlQuery("""
            select model, valid_from, input, cached_input, output, batch_factor
            from llm_price
            where server_id = :server
            order by model, valid_from desc
            """)
    List<Price> list(long server);

    /** The price of a day. */
    @SqlQuery("""
            select model, valid_from, input, cached_input, output, batch_factor
            from llm_price
            where server_id = :server and model = :model and valid_from <= :day
            order by valid_from desc
            limit 1
            """)
    Optional<Price> price(long server, String model, LocalDate day);

    @SqlUpdate("""
            insert into llm_price (server_id, model, valid_from, input, cached_input, output, batch_factor)
            values (:server, :model, :validFrom, :input, :cachedInput, :output, :batchFactor)
            on conflict (server_id, model, valid_from) do update
            set input = excluded.input, cached_input = excluded.cached_input, output = excluded.output,
                batch_factor = excluded.batch_factor
            """)
    void put(
            long server,
            String model,
            LocalDate validFrom,
            BigDecimal input,
            BigDecimal cachedInput,
            BigDecimal output,
            BigDecimal batchFactor);

    /** Books what was asked of a model while nobody had said its price, at the price of the day; tests alone are. */
    @SqlUpdate("""
            with due as (
                select q.id, p.input, p.cached_input, p.output
                from llm_request q
                cross join lateral (
                    select input, cached_input, output from llm_price
                    where server_id = q.server_id and model = q.model
                      and valid_from <= cast(q.sent_at at time zone :zone as date)
                    order by valid_from desc
                    limit 1) p
                where q.server_id = :server and q.model = :model and q.unpriced and q.input_tokens is not null)
            update llm_request q
            set unpriced = false, input_price = due.input, cached_price = due.cached_input, output_price = due.output,
                cost = ((q.input_tokens - q.cached_tokens) * due.input + q.cached_tokens * due.cached_input
                        + q.output_tokens * due.output) * 0.000001
            from due
            where q.id = due.id
            """)
    int book(long server, String model, String zone);

    @SqlUpdate("delete from llm_price where server_id = :server and model = :model and valid_from = :validFrom")
    int remove(long server, String model, LocalDate validFrom);
}
