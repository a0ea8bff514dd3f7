package codeframe.image.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the moment of a post as collection tools write it. A time without a zone is taken as UTC. A form that could
 * mean two days, such as 03/04/2021, is not guessed.
 */
public final class PostedAt {
    private static final Pattern SECONDS = Pattern.compile("(\\d{9,10})(\\.\\d+)?");
    private static final Pattern MILLISECONDS = Pattern.compile("(\\d{12,13})(\\.0+)?");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final List<DateTimeFormatter> FORMS = List.of(
            form("yyyy-MM-dd['T'][ ]", "[ ][XXX][XX][X][zzz]"),
            form("yyyy/MM/dd[ ]", ""),
            form("d.M.yyyy[,][ ]", ""),
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEE MMM d HH:mm:ss xx yyyy")
                    .toFormatter(Locale.ENGLISH));

    private PostedAt() {}

    public static Optional<Instant> parse(String text) {
        String moment = text.strip();
        var seconds = SECONDS.matcher(moment);
        var milliseconds = MILLISECONDS.matcher(moment);
        if (seconds.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
        } else if (milliseconds.matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(milliseconds.group(1))));
        } else {
            return FORMS.stream()
                    .flatMap(form -> parse(form, moment).stream())
                    .filter(PostedAt::isOfOurCalendar)
                    .findFirst();
        }
    }

    /** Java reads years of nine digits, which PostgreSQL does not keep and nobody has posted in. */
    private static boolean isOfOurCalendar(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year > 0 && year < 10_000;
    }

    private static DateTimeFormatter form(String date, String zone) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date)
                .appendOptional(TIME)
                .appendPattern(zone)
                .toFormatter(Locale.ENGLISH);
    }

    private static Optional<Instant> parse(DateTimeFormatter form, String text) {
        try {
            return Optional.of(instant(form.parseBest(
                    text, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }

    private static Instant instant(TemporalAccessor moment) {
        if (moment instanceof LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (moment instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        } else {
            return Instant.from(moment);
        }
    }
}
