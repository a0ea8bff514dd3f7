package codeframe.report.calculator;

import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of a table in the order they came. Two that differ only by case or spaces are a mistake, not two names. */
final class Names {
    private final String what;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Known> alike = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private long bytes;

    private record Known(String name, long line) {}

    /** @param what the kind of thing named, as in "the label" */
    Names(String what) {
        this.what = what;
    }

    int of(String name, long line) {
        var known = index.get(name);
        if (known != null) {
            return known;
        }
        var before = alike.putIfAbsent(plain(name), new Known(name, line));
        if (before != null) {
            throw new Problem.Invalid(
                    place(line) + " has the " + what + " \"" + name + "\", "
                            + place(before.line).toLowerCase(Locale.ROOT) + " has \"" + before.name
                            + "\". They differ only by case or spaces: make them the same, or different, and send the table again.");
        }
        bytes += 300 + 4L * name.length();
        index.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    static String place(long line) {
        return line == 0 ? "The list of categories" : "Row " + line;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    boolean knows(String name) {
        return index.containsKey(name);
    }

    /** What they take in memory, roughly. */
    long bytes() {
        return bytes;
    }

    int size() {
        return names.size();
    }

    List<String> names() {
        return names;
    }
}
