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
        node.put("coder", results.coder().id());
        node.put("name", results.coder().name());
        results.gold().ifPresent(gold -> node.put("gold_coder", gold.gold().name()));
        node.put("by", results.question().by().text());
        node.set("all", of(results.all()));
        var groups = node.putArray("groups");
        results.groups().forEach(row -> groups.add(of(row)));
        var notes = node.putArray("notes");
        results.notes().forEach(notes::add);
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
