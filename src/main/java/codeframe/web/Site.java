package codeframe.web;

import io.javalin.http.Context;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address at which people reach the program, for links that leave it: the one of the settings, else the one that the
 * program itself listens at. Never one of a header: whoever sends a request writes those, and a link carries a token.
 */
public final class Site {
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0");

    private static final Pattern LOOPBACK =
            Pattern.compile("https?://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[(::1|0:0:0:0:0:0:0:1)])(?=[:/]|$)");

    private final String url;
    private final String host;

    /**
     * @param url the address people type, or an empty text
     * @param host that the program listens at
     */
    public Site(String url, String host) {
        this.url = url;
        this.host = host;
    }

    /** Who can follow a link that begins with the address. */
    public enum Reach {
        THIS_COMPUTER,
        /** No setting tells the address; a link begins with the one that Codeframe listens at. */
        GUESSED,
        KNOWN
    }

    public Reach reach(Context ctx) {
        if (LOOPBACK.matcher(address(ctx)).lookingAt()) {
            return Reach.THIS_COMPUTER;
        }
        return url.isEmpty() ? Reach.GUESSED : Reach.KNOWN;
    }

    /** Without a slash at its end. */
    public String address(Context ctx) {
        if (!url.isEmpty()) {
            return url;
        }
        // Where it listens at all addresses, the one of the socket that this request came in by.
        var here = ANY_ADDRESS.contains(host) ? ctx.req().getLocalAddr() : host;
        return at(here, ctx.req().getLocalPort());
    }

    /** For the program's output, where nobody asks yet. */
    public String address(int port) {
        return !url.isEmpty() ? url : at(ANY_ADDRESS.contains(host) ? "localhost" : host, port);
    }

    private static String at(String host, int port) {
        boolean bare = host.contains(":") && !host.startsWith("[");
        return "http://" + (bare ? "[" + host + "]" : host) + ":" + port;
    }
}
