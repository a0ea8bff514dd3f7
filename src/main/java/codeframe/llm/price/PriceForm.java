package codeframe.llm.price;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A price as it was typed, and what is wrong with it. */
public record PriceForm(
        String model,
        String validFrom,
        String input,
        String cachedInput,
        String output,
        String batchFactor,
        List<Problem.Mistake> mistakes) {

    static PriceForm proposed(String model, LocalDate today) {
        return new PriceForm(model, today.toString(), "", "", "", "1", List.of());
    }

    static PriceForm typed(Context ctx) {
        return new PriceForm(
                Params.text(ctx, "model"),
                Params.text(ctx, "valid_from"),
                Params.text(ctx, "input"),
                Params.text(ctx, "cached_input"),
                Params.text(ctx, "output"),
                Params.text(ctx, "batch_factor"),
                List.of());
    }

    PriceForm checked() {
        var found = new ArrayList<Problem.Mistake>();
        if (model.isEmpty() || model.length() > 200) {
            found.add(new Problem.Mistake("model", 0, "Name the model as the server lists it."));
        }
        if (day().isEmpty()) {
            found.add(new Problem.Mistake("valid_from", 0, "A day such as 2026-01-31."));
        }
        money("input", input, false).ifPresent(found::add);
        money("cached_input", cachedInput, true).ifPresent(found::add);
        money("output", output, false).ifPresent(found::add);
        if (number(batchFactor)
                .filter(factor -> factor.compareTo(BigDecimal.ONE) <= 0)
                .isEmpty()) {
            found.add(new Problem.Mistake("batch_factor", 0, "A number from 0 to 1; 0.5 is half the price."));
        }
        return new PriceForm(model, validFrom, input, cachedInput, output, batchFactor, found);
    }

    private static Optional<Problem.Mistake> money(String field, String typed, boolean open) {
        return (open && typed.isEmpty()) || number(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new Problem.Mistake(field, 0, "Dollars such as 0.40; 0 when it costs nothing."));
    }

    static Optional<BigDecimal> number(String typed) {
        return typed.matches("\\d{1,7}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    private Optional<LocalDate> day() {
        if (!validFrom.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return Optional.empty(); // such as years that the database does not know
        }
        try {
            return Optional.of(LocalDate.parse(validFrom));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** What was typed, once nothing is wrong with it. Without a price for cached input, it costs as much as other. */
    Price price() {
        var plain = number(input).orElseThrow();
        return new Price(
                model,
                day().orElseThrow(),
                plain,
                number(cachedInput).orElse(plain),
                number(output).orElseThrow(),
                number(batchFactor).orElseThrow());
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }
}
