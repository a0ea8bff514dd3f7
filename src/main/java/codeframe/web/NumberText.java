package codeframe.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and moments as pages and exports write them, the same on every machine. */
public final class NumberText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private NumberText() {}

    /** 12,345 */
    public static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /** "1 image", "12,345 images" */
    public static String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /** 0.743 */
    public static String decimal(double value, int digits) {
        return String.format(Locale.ENGLISH, "%." + digits + "f", value);
    }

    /** A p-value with four digits; never a bare zero. */
    public static String p(double p) {
        return p < 0.0001 ? "< 0.0001" : decimal(p, 4);
    }

    /** 42.0 % of a share between 0 and 1 */
    public static String percent(double share) {
        return decimal(share * 100, 1) + " %";
    }

    /** "12.5 %", or "none" where there is nothing to take a share of. */
    public static String percent(long part, long whole) {
        return whole == 0 ? "none" : percent((double) part / whole);
    }

    /** 1.4 MB */
    public static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return decimal(bytes / 1e3, 0) + " kB";
        }
        return bytes < 1_000_000_000 ? decimal(bytes / 1e6, 1) + " MB" : decimal(bytes / 1e9, 2) + " GB";
    }

    /** 23 Nov 2026, 15:04 UTC */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** "40 s", "12 min", "3 h 20 min" */
    public static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
