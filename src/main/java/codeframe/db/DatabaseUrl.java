package codeframe.db;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the database is, as people and hosting services write it. No sentence about it repeats what stands behind its
 * scheme: a password may be anywhere in an address that is mistyped.
 *
 * @param jdbc the address for the driver, with the parameters that it reads
 */
public record DatabaseUrl(String jdbc, Optional<String> user, Optional<String> password) {
    private static final String EXAMPLE =
            "It must look like postgresql://user:password@host/name, with the name of the database at the end.";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+\\]|[^\\[\\]:,/?#@]+)(:\\d{1,5})?");
    private static final Pattern PLACE = Pattern.compile("[^/?@]*/.*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("(%[0-9A-Fa-f]{2})+");

    /** What libpq, or another library, calls it; the driver has another name for the same, or no need of it. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "keepalives", "tcpKeepAlive",
            "target_session_attrs", "targetServerType",
            "pgbouncer", "");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write",
            "primary",
            "read-only",
            "secondary",
            "standby",
            "secondary",
            "prefer-standby",
            "preferSecondary");

    /** @throws StartRefused when it cannot be understood */
    public static DatabaseUrl of(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseUrl(text, Optional.empty(), parameter(text, "password"));
        }
        var scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            throw new StartRefused("DATABASE_URL is no address of a database. " + EXAMPLE);
        } else if (!scheme.group(1).matches("postgres(ql)?([+].*)?")) {
            throw new StartRefused("DATABASE_URL begins with " + scheme.group(1)
                    + "://, but Codeframe keeps everything in PostgreSQL (15 or newer). " + EXAMPLE);
        }
        return ofRest(scheme.group(2));
    }

    /** A password may hold any sign, so the last @ behind which hosts and a name stand ends it. */
    private static DatabaseUrl ofRest(String rest) {
        int at = rest.lastIndexOf('@');
        while (at >= 0 && !PLACE.matcher(rest.substring(at + 1)).matches()) {
            at = rest.lastIndexOf('@', at - 1);
        }
        var parts = rest.substring(at + 1).split("\\?", 2);
        var place = parts[0].split("/", 2);
        if (place.length < 2 || place[1].isEmpty()) {
            throw new StartRefused("DATABASE_URL does not name a database. " + EXAMPLE);
        }
        var account = at < 0 ? List.<String>of() : List.of(rest.substring(0, at).split(":", 2));
        return new DatabaseUrl(
                "jdbc:postgresql://" + hosts(place[0]) + "/" + place[1] + query(parts.length > 1 ? parts[1] : ""),
                account.stream().findFirst().map(DatabaseUrl::unescaped),
                account.stream().skip(1).findFirst().map(DatabaseUrl::unescaped).or(() -> parameter(rest, "password")));
    }

    /** One, or several of which the driver takes the first that fits. */
    private static String hosts(String text) {
        return Stream.of(text.split(",", -1)).map(DatabaseUrl::host).collect(Collectors.joining(","));
    }

    private static String host(String text) {
        var host = HOST.matcher(text);
        if (!host.matches()) {
            throw new StartRefused("DATABASE_URL does not name a host, or names one that cannot be read: write host or"
                    + " host:port, several with commas between, and % as %25, @ as %40 in a password. " + EXAMPLE);
        }
        return host.group(2) == null ? text + ":5432" : text;
    }

    private static String query(String text) {
        var read = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            var name = PARAMETERS.getOrDefault(parts[0], parts[0]);
            if (!name.isEmpty()) {
                read.put(name, value(name, parts.length > 1 ? parts[1] : ""));
            }
        }
        return read.isEmpty()
                ? ""
                : read.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String value(String name, String value) {
        return switch (name) {
            case "targetServerType" -> SERVER_TYPES.getOrDefault(value, value);
            case "tcpKeepAlive" -> value.equals("0") ? "false" : "true";
            default -> value;
        };
    }

    private static Optional<String> parameter(String text, String name) {
        return Stream.of(text.replaceFirst("^[^?]*\\??", "").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .findFirst()
                .map(pair -> unescaped(pair.substring(name.length() + 1)));
    }

    /** As in an address, not as in a form: a plus stands for itself, and so does a percent sign with no number behind it. */
    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(URLDecoder.decode(found.group(), StandardCharsets.UTF_8)));
    }
}
