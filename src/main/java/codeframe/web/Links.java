package codeframe.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses inside the product. */
public final class Links {
    private Links() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What stands behind the question mark of an address, by its names. */
    public static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (var pair : query.replaceFirst("^\\?", "").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, equals)), none -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException halfAnEscape) {
            throw new Problem.Invalid("\"" + text + "\" is not written as in an address.");
        }
    }

    /** The given address when it leads to a page of ours, else the start page: no redirect leaves the site. */
    public static String inside(String next) {
        boolean ours = next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
        return ours && next.chars().noneMatch(Character::isISOControl) ? next : "/";
    }
}
