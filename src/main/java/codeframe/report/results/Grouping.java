package codeframe.report.results;

import codeframe.web.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What images are told apart by: when they were posted, whose they are, a column of the metadata, or another variable.
 *
 * @param column its name, empty but for {@link Kind#COLUMN}
 * @param coded present for {@link Kind#VARIABLE} alone
 */
public record Grouping(Kind kind, String column, Optional<CodedGroups> coded) {
    public static final Grouping NONE = new Grouping(Kind.NONE, "");

    static final String OF_VARIABLE = "variable:";

    private static final String OF_COLUMN = "column:";

    Grouping(Kind kind, String column) {
        this(kind, column, Optional.empty());
    }

    static Grouping of(CodedGroups coded) {
        return new Grouping(Kind.VARIABLE, "", Optional.of(coded));
    }

    /** Every one is an SQL expression on {@code image i}; days are those of UTC, as everywhere. */
    public enum Kind implements Word {
        NONE("all images together", "''"),
        DAY("by day", "coalesce(to_char(i.posted_at, 'YYYY-MM-DD'), '')"),
        WEEK("by week", "coalesce(to_char(i.posted_at, 'IYYY-\"W\"IW'), '')"),
        MONTH("by month", "coalesce(to_char(i.posted_at, 'YYYY-MM'), '')"),
        ACCOUNT("by account", "coalesce(i.account, '')"),
        COLUMN("by a column", "coalesce(btrim(i.metadata ->> :column), '')"),
        VARIABLE("by a variable", "coalesce(o.labels[1], '')");

        private final String title;
        private final String sql;

        Kind(String title, String sql) {
            this.title = title;
            this.sql = sql;
        }

        public String title() {
            return title;
        }

        String sql() {
            return sql;
        }

        /** Whether its word alone tells what is meant. */
        boolean named() {
            return this != COLUMN && this != VARIABLE;
        }
    }

    /** As it stands in an address: "week", "column:party", or nothing for all images together. */
    static Optional<Grouping> read(String text) {
        if (text.startsWith(OF_COLUMN) && text.length() > OF_COLUMN.length()) {
            return Optional.of(new Grouping(Kind.COLUMN, text.substring(OF_COLUMN.length())));
        }
        return text.isEmpty()
                ? Optional.of(NONE)
                : Arrays.stream(Kind.values())
                        .filter(kind -> kind.named() && kind.word().equals(text))
                        .findFirst()
                        .map(kind -> new Grouping(kind, ""));
    }

    public String text() {
        return switch (kind) {
            case NONE -> "";
            case COLUMN -> OF_COLUMN + column;
            case VARIABLE -> OF_VARIABLE + coded.orElseThrow().variable().key();
            default -> kind.word();
        };
    }

    /** "by week", "by party" */
    public String title() {
        return kind.named() ? kind.title() : "by " + one();
    }

    /** What one of its groups is called: "week", "party". */
    public String one() {
        return coded.map(groups -> groups.variable().label()).orElse(kind == Kind.COLUMN ? column : kind.word());
    }

    /** What people read for a group. */
    public String named(String group) {
        return coded.map(groups -> groups.variable().labelOf(group)).orElse(group);
    }

    /** Categories as the codebook has them, anything else as its name has it. */
    Comparator<String> order() {
        var values = coded.map(groups -> groups.variable().values()).orElse(List.of());
        return Comparator.comparing((String group) -> values.contains(group) ? values.indexOf(group) : values.size())
                .thenComparing(Comparator.naturalOrder());
    }

    public boolean asked() {
        return kind != Kind.NONE;
    }

    public boolean ofTime() {
        return kind == Kind.DAY || kind == Kind.WEEK || kind == Kind.MONTH;
    }

    /** Whether its groups come in an order of their own, not the largest first. */
    boolean ordered() {
        return ofTime() || coded.isPresent();
    }

    /** Where a period begins, in days since 1970; nothing for what is not a period. */
    public OptionalLong day(String group) {
        try {
            return switch (kind) {
                case DAY -> OptionalLong.of(LocalDate.parse(group).toEpochDay());
                case WEEK ->
                    OptionalLong.of(LocalDate.parse(group + "-1", DateTimeFormatter.ISO_WEEK_DATE)
                            .toEpochDay());
                case MONTH -> OptionalLong.of(YearMonth.parse(group).atDay(1).toEpochDay());
                default -> OptionalLong.empty();
            };
        } catch (DateTimeException notADay) {
            return OptionalLong.empty();
        }
    }

    /** Which period it is, counted in days, weeks or months; nothing for what is not a period. */
    OptionalLong period(String group) {
        var day = day(group);
        if (day.isEmpty() || kind == Kind.DAY) {
            return day;
        }
        return OptionalLong.of(
                kind == Kind.WEEK
                        ? Math.floorDiv(day.getAsLong(), 7)
                        : LocalDate.ofEpochDay(day.getAsLong()).getLong(ChronoField.PROLEPTIC_MONTH));
    }
}
