package codeframe.coding.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** A moment as files write it; without a zone it is taken as UTC. */
final class Moment {
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private Moment() {}

    /** Null when there is none. */
    static Instant of(String text) throws ImportedAnswers.Refused {
        var plain = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        if (plain.isEmpty()) {
            return null;
        }
        // A sign would begin a year of up to nine digits, which PostgreSQL does not keep.
        for (var form : plain.matches("\\d.*") ? FORMS : List.<Function<String, Instant>>of()) {
            try {
                return form.apply(plain);
            } catch (DateTimeException next) {
                // the next form may fit
            }
        }
        throw new ImportedAnswers.Refused(
                "\"" + text + "\" is no date; write it as 2026-11-23 or 2026-11-23T15:04:00Z.");
    }
}
