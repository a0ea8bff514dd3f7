package codeframe.llm.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Further headers as they are typed, one a line: {@code Name: value}. A name alone keeps the value that is kept; a line
 * that is gone is forgotten.
 *
 * @param values by name; empty where the kept one stays
 * @param mistake the first thing that is wrong, or null
 */
record ServerHeaders(Map<String, String> values, String mistake) {
    private static final int MOST = 20;
    private static final String NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";
    private static final String VALUE = "[ -~]{0,2000}";

    /** What the connection itself writes, and the key. */
    private static final Set<String> OWN = Set.of(
            "authorization",
            "proxy-authorization",
            "host",
            "content-length",
            "content-type",
            "content-encoding",
            "accept-encoding",
            "transfer-encoding",
            "te",
            "trailer",
            "expect",
            "upgrade",
            "connection",
            "cookie",
            "idempotency-key");

    /** Whether the connection writes it itself, so that nobody else may. */
    static boolean isOwn(String name) {
        return OWN.contains(name.toLowerCase(Locale.ROOT));
    }

    static ServerHeaders of(String typed, String keyHeader) {
        var values = new LinkedHashMap<String, String>();
        var mistakes = new ArrayList<String>();
        for (var line :
                typed.lines().map(String::strip).filter(one -> !one.isEmpty()).toList()) {
            int colon = line.indexOf(':');
            var name = (colon < 0 ? line : line.substring(0, colon)).strip();
            var value = colon < 0 ? "" : line.substring(colon + 1).strip();
            objection(name, value, keyHeader).ifPresent(mistakes::add);
            if (values.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                mistakes.add("The header " + name + " stands there twice.");
            }
            values.put(name, value);
        }
        if (values.size() > MOST) {
            mistakes.add("At most " + MOST + " headers are sent.");
        }
        return new ServerHeaders(values, mistakes.isEmpty() ? null : mistakes.get(0));
    }

    private static Optional<String> objection(String name, String value, String keyHeader) {
        if (!name.matches(NAME) || !value.matches(VALUE)) {
            return Optional.of("A header is one line such as X-Name: value, in plain letters and at most 2,000 long.");
        }
        return isOwn(name) || name.equalsIgnoreCase(keyHeader)
                ? Optional.of("The header " + name + " is written by itself; the key has a field of its own.")
                : Optional.empty();
    }

    /** Those whose kept value stays. */
    List<String> kept() {
        return values.keySet().stream()
                .filter(name -> values.get(name).isEmpty())
                .toList();
    }

    /** Without a value, as a page may show them. */
    static String names(Iterable<String> names) {
        var lines = new ArrayList<String>();
        names.forEach(name -> lines.add(name + ":"));
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
