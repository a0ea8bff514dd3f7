package codeframe.report.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tick boxes of categories that are taken together: those of a group are named group1, group2 …, with variable and
 * category as value, and what the group is called is name1, name2 ….
 */
final class GroupBoxes {
    static final int MOST = 9;

    private GroupBoxes() {}

    /** As text, after what the address has as such. */
    static String text(AddressReading address) {
        var parts = new LinkedHashSet<>(address.texts("collapse"));
        for (int number = 1; number <= MOST; number++) {
            var ticked = address.texts("group" + number);
            if (!ticked.isEmpty()) {
                parts.add(text(ticked, address.text("name" + number).replace(';', ',')));
            }
        }
        return String.join(";", parts);
    }

    private static String text(List<String> ticked, String called) {
        var first = ticked.get(0);
        var variable = first.substring(0, Math.max(0, first.indexOf('.')));
        var keys = ticked.stream()
                .map(value -> value.substring(value.indexOf('.') + 1))
                .collect(Collectors.joining(","));
        return (variable.isEmpty() ? "" : variable + ".") + keys + (called.isEmpty() ? "" : ":" + called);
    }
}
