package codeframe.lift;

import codeframe.coding.CodeState;
import codeframe.db.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was said of one image of a unit.
 *
 * @param time the milliseconds that a frame stands for, from 1; 1 of a picture
 * @param shot 0 where there is none
 * @param state null where nothing was said
 * @param values empty unless it is coded
 * @param scores the probability of each category, or empty
 */
record ImageSaid(double time, int shot, CodeState state, Set<String> values, Map<String, Double> scores) {
    boolean answered() {
        return state == CodeState.CODED && !values.isEmpty();
    }

    /** The only value. */
    String value() {
        return values.iterator().next();
    }

    /** Of the rows of one image and variable, those of the latest coding. */
    static ImageSaid of(double time, int shot, List<LiftRows.Said> rows) {
        if (rows.isEmpty()) {
            return new ImageSaid(time, shot, null, Set.of(), Map.of());
        }
        long latest = rows.get(rows.size() - 1).coding();
        var values = new TreeSet<String>();
        LiftRows.Said last = null;
        for (var row : rows) {
            if (row.coding() == latest) {
                last = row;
                if (row.value() != null) {
                    values.add(row.value());
                }
            }
        }
        return new ImageSaid(time, shot, CodeState.ofWord(last.state()), values, scores(last.scores()));
    }

    private static Map<String, Double> scores(Json scores) {
        var found = new HashMap<String, Double>();
        if (scores != null) {
            scores.tree()
                    .properties()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue().asDouble()));
        }
        return found;
    }
}
