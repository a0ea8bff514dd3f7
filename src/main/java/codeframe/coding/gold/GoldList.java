package codeframe.coding.gold;

import codeframe.web.Links;
import java.util.List;
import java.util.Map;

/** A page of gold codes; {@code route} narrows it to one way of becoming gold, or to what is none yet. */
public record GoldList(Round round, Map<String, Long> counts, String route, List<GoldUnit> units, int from, int total) {

    /** In the words of the page. */
    public static String title(String route) {
        return switch (route) {
            case "unanimous" -> "All agree";
            case "majority" -> "By majority";
            case "adjudicated" -> "Adjudicated";
            case "open" -> "Waiting for an adjudicator";
            case "alone" -> "Coded by one person";
            default -> "All gold";
        };
    }

    public String path(String wanted) {
        return round.path() + "/gold" + (wanted.isEmpty() ? "" : "?route=" + Links.encode(wanted));
    }

    public long gold() {
        return counts.get("unanimous") + counts.get("majority") + counts.get("adjudicated");
    }

    /** Null on the last page. */
    public String next() {
        int following = from + units.size();
        return following >= total ? null : round.path() + "/gold?route=" + Links.encode(route) + "&from=" + following;
    }
}
