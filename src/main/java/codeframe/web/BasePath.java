package codeframe.web;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of the address people type, such as {@code /codeframe} of {@code https://uni.example/codeframe}; an empty text
 * without one. Inside the program nobody knows it: {@link BasePathHandler} takes it off every request and puts it before the
 * addresses in headers, {@link BasePathTemplates} before those in pages. Only scripts that are told an address in JSON put it
 * there themselves ({@code ui/address.js}).
 */
public record BasePath(String path) {
    private static final Set<String> HEADERS =
            Set.of("location", "hx-location", "hx-redirect", "hx-push-url", "hx-replace-url");

    /** A tag; what people wrote never looks like one, since templates escape it. */
    private static final Pattern TAG =
            Pattern.compile("<[a-zA-Z][^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+>");

    /** An attribute that holds an address of ours. One more {@code data-} attribute that does has to be told here. */
    private static final Pattern ADDRESS =
            Pattern.compile("(\\s(?:href|src|action|formaction|poster|sse-connect|data-(?:upload|large|original)"
                    + "|hx-(?:get|post|put|patch|delete|push-url|replace-url))=\")(?=/(?!/))");

    private static final Pattern COOKIE_PATH = Pattern.compile("(?i)(;\\s*path=)/(?=;|$)");

    public boolean isRoot() {
        return path.isEmpty();
    }

    /** The program's own address of what a request asks for: proxies hand the path on, or take it off themselves. */
    public String inside(String asked) {
        if (asked.equals(path)) {
            return "/";
        }
        return asked.startsWith(path + "/") ? asked.substring(path.length()) : asked;
    }

    /** An address of ours as a browser has to ask for it. */
    public String outside(String address) {
        return address.startsWith("/") && !address.startsWith("//") ? path + address : address;
    }

    /** The value of a header as it leaves the program. */
    public String header(String name, String value) {
        var lower = name.toLowerCase(java.util.Locale.ROOT);
        if (lower.equals("set-cookie")) {
            return COOKIE_PATH.matcher(value).replaceFirst("$1" + Matcher.quoteReplacement(path));
        }
        return HEADERS.contains(lower) ? outside(value) : value;
    }

    /** A page, or a part of one, as it leaves the program. */
    public String html(String html) {
        var before = "$1" + Matcher.quoteReplacement(path);
        return TAG.matcher(html)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(ADDRESS.matcher(tag.group()).replaceAll(before)));
    }
}
