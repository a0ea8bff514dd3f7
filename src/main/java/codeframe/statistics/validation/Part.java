package codeframe.statistics.validation;

import codeframe.statistics.agreement.Figure;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A measure that is one part of the table over another. */
public record Part(ToDoubleFunction<Confusion> over, ToDoubleFunction<Confusion> under, String reason)
        implements Function<Confusion, Figure> {
    public static Part accuracy() {
        return new Part(Confusion::hits, Confusion::total, "there is no unit with gold");
    }

    /** Of the units of a class, those it found; an abstention is not found. */
    public static Part recall(int label) {
        return new Part(table -> table.hit(label), table -> table.gold(label), "no unit has this class in gold");
    }

    /** Of the units it gave this class, those that have it. */
    public static Part precision(int label) {
        return new Part(table -> table.hit(label), table -> table.predicted(label), "this class was never predicted");
    }

    /** The share of a class in gold. */
    public static Part prevalence(int label) {
        return new Part(table -> table.gold(label), Confusion::total, "there is no unit with gold");
    }

    /** The share of units that got an answer. */
    public static Part coverage() {
        return new Part(table -> table.total() - table.abstained(), Confusion::total, "there is no unit with gold");
    }

    double part(Confusion table) {
        return over.applyAsDouble(table);
    }

    double whole(Confusion table) {
        return under.applyAsDouble(table);
    }

    @Override
    public Figure apply(Confusion table) {
        return Figure.ratio(part(table), whole(table), reason);
    }
}
