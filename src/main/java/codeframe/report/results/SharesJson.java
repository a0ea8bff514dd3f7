package codeframe.report.results;

import codeframe.report.figures.FigureJson;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shares as JSON, with all digits. */
public final class SharesJson {
    private SharesJson() {}

    public static ObjectNode of(Results results) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("variable", results.variable().key());
        node.put("unit", results.variable().unit().word());
        node.put("coder", results.coder().id());
        node.put("name", results.coder().name());
        results.gold().ifPresent(gold -> node.put("gold_coder", gold.gold().name()));
        node.put("by", results.question().by().text());
        results.question()
                .by()
                .coded()
                .ifPresent(groups -> node.put("by_coder", groups.coder().id()));
        node.set("all", of(results.all()));
        var groups = node.putArray("groups");
        results.groups().forEach(row -> groups.add(of(row)));
        results.association().ifPresent(found -> node.set("association", of(found)));
        if (results.question().by().asked()) {
            node.set("comparisons", of(results.comparisons()));
        }
        var notes = node.putArray("notes");
        results.notes().forEach(notes::add);
        return node;
    }

    private static ObjectNode of(Association found) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("sentence", found.sentence());
        node.put("n", found.n());
        found.test().ifPresent(test -> {
            node.put(test.corrected() ? "f" : "chi_squared", test.statistic());
            node.put("df", test.freedom());
            if (test.corrected()) {
                node.put("df_error", test.ofError());
            }
            node.put("p", test.p());
        });
        node.set("cramers_v", FigureJson.of(found.cramersV()));
        var residuals = node.putArray("residuals");
        found.cells()
                .forEach(cell -> residuals
                        .addObject()
                        .put("group", cell.group())
                        .put("category", cell.category())
                        .put("n", cell.n())
                        .put("residual", cell.residual()));
        var warnings = node.putArray("warnings");
        found.warnings().forEach(warnings::add);
        return node;
    }

    private static ObjectNode of(ShareComparisons comparisons) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("against", comparisons.against());
        var differences = node.putArray("differences");
        for (var apart : comparisons.differences()) {
            var entry = differences.addObject();
            entry.put("group", apart.group()).put("category", apart.category());
            entry.set("difference", FigureJson.of(apart.found().figure()));
            entry.put("p", apart.found().p()).put("p_holm", apart.holm());
        }
        comparisons.notCompared().forEach(node.putArray("not_compared")::add);
        node.put("groups_beyond_the_first_" + ShareComparisons.MOST_GROUPS, comparisons.beyond());
        var trends = node.putArray("trends");
        for (var trend : comparisons.trends()) {
            var entry = trends.addObject();
            entry.put("category", trend.category()).put("periods", trend.found().periods());
            entry.set("slope", FigureJson.of(trend.found().slope()));
            if (trend.found().slope().number().isPresent()) {
                entry.put("p", trend.found().p()).put("p_holm", trend.holm());
            }
        }
        return node;
    }

    private static ObjectNode of(GroupShares row) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("group", row.group());
        node.put("images", row.images());
        node.put("gold", row.gold());
        node.put("unanswered", row.unanswered());
        var shares = node.putArray("shares");
        for (var share : row.shares()) {
            var entry = shares.addObject();
            entry.put("category", share.category());
            entry.put("n", share.n());
            entry.set("coded", FigureJson.of(share.coded()));
            entry.set("corrected", FigureJson.of(share.corrected()));
        }
        return node;
    }
}
