package codeframe.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a sheet shows a date or a time. Days before months with points, and years before months, are written as shown; any
 * other order could mean two days once it is text, and becomes {@code 2026-11-23}.
 */
record DateForm(String letters) {
    private static final int LAST_DAY = 2_958_466;

    /** Empty where the format shows no date. */
    static Optional<DateForm> of(String format) {
        String first = format.split(";", 2)[0];
        String bare = first.replaceAll("\\\\([./-])", "$1")
                .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("s\\.0+", "s");
        String letters = bare.replace("general", "").replaceAll("[^ymdhs.\\-/]", "");
        return letters.matches(".*[ymdhs].*") && !bare.matches(".*[#?0].*") && !bare.contains("general")
                ? Optional.of(new DateForm(letters))
                : Optional.empty();
    }

    static boolean isDay(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(LAST_DAY)) < 0;
    }

    String write(LocalDateTime moment, BigDecimal number) {
        boolean date = letters.matches(".*[yd].*");
        boolean time = letters.matches(".*[hs].*");
        if (!date) {
            return time ? clock(moment, number) : day(moment);
        }
        return day(moment) + (time ? " " + clock(moment, number) : "");
    }

    private String day(LocalDateTime moment) {
        boolean points = letters.startsWith("d") && letters.contains(".") && letters.contains("y");
        boolean slashes = letters.startsWith("y") && letters.contains("/");
        return DateTimeFormatter.ofPattern(points ? "dd.MM.yyyy" : slashes ? "yyyy/MM/dd" : "yyyy-MM-dd", Locale.ROOT)
                .format(moment);
    }

    private String clock(LocalDateTime moment, BigDecimal number) {
        boolean seconds = letters.contains("s");
        if (!letters.matches(".*[yd].*") && number.compareTo(BigDecimal.ONE) >= 0) {
            return hours(number);
        }
        return DateTimeFormatter.ofPattern(seconds ? "HH:mm:ss" : "HH:mm", Locale.ROOT)
                .format(moment);
    }

    /** A length of time of more than a day. */
    private static String hours(BigDecimal days) {
        long seconds = Math.round(days.doubleValue() * 86_400);
        return "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
