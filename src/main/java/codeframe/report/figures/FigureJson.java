package codeframe.report.figures;

import codeframe.statistics.agreement.Figure;
import codeframe.statistics.agreement.Interval;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one form of a figure in JSON: its value with all digits, or why there is none. */
public final class FigureJson {
    private FigureJson() {}

    public static ObjectNode of(Figure figure) {
        var node = JsonNodeFactory.instance.objectNode();
        if (figure instanceof Figure.Undefined undefined) {
            return node.put("undefined", undefined.reason());
        }
        var estimate = (Figure.Estimate) figure;
        node.put("value", estimate.value());
        estimate.se().ifPresent(se -> node.put("se", se));
        estimate.interval().ifPresent(interval -> limits(node, interval));
        return node;
    }

    private static void limits(ObjectNode node, Interval interval) {
        node.putArray("ci").add(interval.low()).add(interval.high());
        node.put("method", interval.method());
    }
}
