package codeframe.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses inside the product. */
public final class Links {
    private Links() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The given address when it leads to a page of ours, else the start page: no redirect leaves the site. */
    public static String inside(String next) {
        boolean ours = next != null && next.startsWith("/") && !next.startsWith("//") && !next.contains("\\");
        return ours && next.chars().noneMatch(Character::isISOControl) ? next : "/";
    }
}
