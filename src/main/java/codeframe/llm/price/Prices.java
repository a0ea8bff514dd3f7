package codeframe.llm.price;

import java.math.BigDecimal;
import java.time.Instant;
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

    /** Books what was asked of the model since then while nobody had said its price; tests alone are. */
    @SqlUpdate("""
            update llm_request
            set unpriced = false, input_price = :input, cached_price = :cachedInput, output_price = :output,
                cost = ((input_tokens - cached_tokens) * :input + cached_tokens * :cachedInput + output_tokens * :output)
                       * 0.000001
            where server_id = :server and model = :model and unpriced and input_tokens is not null and sent_at >= :since
            """)
    int book(long server, String model, Instant since, BigDecimal input, BigDecimal cachedInput, BigDecimal output);

    @SqlUpdate("delete from llm_price where server_id = :server and model = :model and valid_from = :validFrom")
    int remove(long server, String model, LocalDate validFrom);
}
