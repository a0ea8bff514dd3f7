package codeframe.web;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The network address a request comes from. Each proxy on the way appends the address it was asked from to
 * X-Forwarded-For, as a further entry or as a further line; only the entries of our own proxies, counted from the end,
 * are worth anything. What stands before them the visitor may have written.
 */
public final class VisitorAddress {
    private static final String PORT = "(?::\\d{1,5})?";
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})" + PORT);
    private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*)]?");
    private static final Pattern IPV6_PORT = Pattern.compile("\\[([0-9a-fA-F:.]+)]" + PORT);

    private final int proxies;

    /** @param proxies how many of our own stand in front of this program, one behind the other */
    public VisitorAddress(int proxies) {
        this.proxies = proxies;
    }

    public String of(Context ctx) {
        return of(ctx.ip(), Collections.list(ctx.req().getHeaders("X-Forwarded-For")));
    }

    /**
     * @param peer who opened the connection
     * @param lines of the header, in the order in which they came
     */
    String of(String peer, List<String> lines) {
        if (proxies == 0 || lines.isEmpty()) {
            return peer;
        }
        var entries = lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
        // Fewer entries than proxies: the request came in behind the first of them.
        return number(entries.get(Math.max(0, entries.size() - proxies)), peer);
    }

    private static String number(String entry, String peer) {
        return Stream.of(IPV4, IPV6_PORT, IPV6)
                .map(form -> form.matcher(entry))
                .filter(found -> entry.length() <= 60 && found.matches())
                .map(found -> found.group(1))
                .findFirst()
                .orElse(peer);
    }
}
