package codeframe.report.document;

import codeframe.web.Word;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A language that a document can be read in, with its way of writing numbers and days. */
public enum Language implements Word {
    EN("English", Locale.ENGLISH, "d MMMM uuuu"),
    DE("Deutsch", Locale.GERMAN, "d. MMMM uuuu");

    private final String title;
    private final Locale locale;
    private final DateTimeFormatter day;

    Language(String title, Locale locale, String day) {
        this.title = title;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale).withZone(ZoneOffset.UTC);
    }

    public String title() {
        return title;
    }

    /** 12,345 or 12.345 */
    public String count(long n) {
        return String.format(locale, "%,d", n);
    }

    /** 0.743 or 0,743 */
    public String decimal(double value, int digits) {
        return String.format(locale, "%." + digits + "f", value);
    }

    /** 23 November 2026 or 23. November 2026 */
    public String day(Instant at) {
        return day.format(at);
    }
}
