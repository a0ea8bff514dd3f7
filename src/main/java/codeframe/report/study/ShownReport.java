package codeframe.report.study;

import codeframe.web.Problem;
import java.util.Optional;
import java.util.function.Function;

/**
 * The report that an address asks for. Where that one cannot be made, the one that opens by default is there in its place
 * and the address is told why.
 */
public record ShownReport<Q, R>(Q question, Optional<R> report) {
    public static <Q, R> ShownReport<Q, R> of(AddressReading address, Q asked, Q usual, Function<Q, R> made) {
        try {
            return new ShownReport<>(asked, Optional.of(made.apply(asked)));
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge refusal) {
            address.refused(refusal);
            return asked.equals(usual) ? new ShownReport<>(asked, Optional.empty()) : otherwise(asked, usual, made);
        }
    }

    private static <Q, R> ShownReport<Q, R> otherwise(Q asked, Q usual, Function<Q, R> made) {
        try {
            return new ShownReport<>(usual, Optional.of(made.apply(usual)));
        } catch (Problem.Invalid | Problem.NotFound | Problem.TooLarge refusal) {
            return new ShownReport<>(asked, Optional.empty());
        }
    }
}
