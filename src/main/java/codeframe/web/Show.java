package codeframe.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as pages show them: the same for everybody, times in UTC and marked so. */
public final class Show {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Show() {}

    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** A count with thin spaces between thousands. */
    public static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n).replace(',', '\u202f');
    }

    /** A count with its noun: "1 image", "2 images". */
    public static String count(long n, String noun) {
        return count(n) + " " + (n == 1 ? noun : noun + "s");
    }

    /** With a fixed number of digits after the point, whatever the machine's language. */
    public static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    public static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    public static String bytes(long n) {
        if (n < 1_000_000) {
            return number(n / 1e3, 0) + " kB";
        }
        return n < 1_000_000_000 ? number(n / 1e6, 1) + " MB" : number(n / 1e9, 2) + " GB";
    }
}
