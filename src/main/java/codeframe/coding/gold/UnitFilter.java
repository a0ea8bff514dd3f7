package codeframe.coding.gold;

import codeframe.codebook.Variable;
import codeframe.web.Choice;
import codeframe.web.Links;
import codeframe.web.NumberText;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which contested units the adjudicator looks at: of a variable, between two categories, where a coder stands alone. */
public record UnitFilter(String variable, String pair, String coder) {
    static UnitFilter of(Context ctx) {
        return new UnitFilter(Params.query(ctx, "variable"), Params.query(ctx, "pair"), Params.query(ctx, "coder"));
    }

    boolean keeps(GoldUnit unit) {
        return (variable.isEmpty() || unit.variable().key().equals(variable))
                && (pair.isEmpty() || pairs(unit).contains(pair))
                && (coder.isEmpty() || unit.dissents(coder.matches("\\d{1,18}") ? Long.parseLong(coder) : 0));
    }

    /** "poster:crowd" for every two categories that two coders chose. */
    private static List<String> pairs(GoldUnit unit) {
        var values = unit.said().stream()
                .flatMap(said -> said.answer().values().stream())
                .distinct()
                .sorted()
                .toList();
        var pairs = new ArrayList<String>();
        for (int i = 0; i < values.size() && unit.variable().type().hasCategories(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                pairs.add(unit.variable().key() + "." + values.get(i) + ":" + values.get(j));
            }
        }
        return pairs;
    }

    static List<Choice> variables(List<GoldUnit> units) {
        var choices = new LinkedHashMap<String, String>();
        units.forEach(unit ->
                choices.putIfAbsent(unit.variable().key(), unit.variable().label()));
        return choices(choices);
    }

    /** The most frequent confusions first. */
    static List<Choice> pairs(List<GoldUnit> units) {
        var counts = new TreeMap<String, Long>();
        var labels = new LinkedHashMap<String, String>();
        for (var unit : units) {
            for (var pair : pairs(unit)) {
                counts.merge(pair, 1L, Long::sum);
                labels.putIfAbsent(pair, label(unit.variable(), pair));
            }
        }
        return counts.entrySet().stream()
                .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                .map(pair -> new Choice(
                        pair.getKey(), labels.get(pair.getKey()) + " (" + NumberText.count(pair.getValue()) + ")"))
                .toList();
    }

    private static String label(Variable variable, String pair) {
        var two = pair.substring(variable.key().length() + 1).split(":", 2);
        return variable.label() + ": " + variable.labelOf(two[0]) + " – " + variable.labelOf(two[1]);
    }

    static List<Choice> coders(List<GoldUnit> units) {
        var choices = new LinkedHashMap<String, String>();
        units.forEach(unit ->
                unit.said().forEach(said -> choices.putIfAbsent(Long.toString(said.coder()), said.name())));
        return choices(choices);
    }

    private static List<Choice> choices(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
    }

    public boolean any() {
        return !(variable + pair + coder).isEmpty();
    }

    public String query() {
        return "variable=" + Links.encode(variable) + "&pair=" + Links.encode(pair) + "&coder=" + Links.encode(coder);
    }
}
