package codeframe.report.regression;

import codeframe.codebook.Variable;
import codeframe.codebook.VariableType;
import codeframe.report.study.MetadataColumns;
import codeframe.report.study.SelectionRows;
import codeframe.report.validation.ValidationStudy;
import codeframe.web.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the values that a covariate's token names. */
final class Sources {
    static final String CODED = "coded:";
    static final String IMPORTED = "imported:";
    private static final int MOST_NAMED = 40;

    private final MetadataColumns columns;
    private final Map<Long, RegressionRows.Image> images;
    private final Instant first;
    private final Function<String, ValidationStudy.Asked> coded;

    /** @param coded what machine and gold say of a variable */
    Sources(
            SelectionRows rows,
            long project,
            List<RegressionRows.Image> images,
            Function<String, ValidationStudy.Asked> coded) {
        this.columns = new MetadataColumns(rows.tables(project), rows.looseMetadata(project));
        this.images = images.stream().collect(Collectors.toMap(RegressionRows.Image::image, Function.identity()));
        this.first = images.stream()
                .map(RegressionRows.Image::postedAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        this.coded = coded;
    }

    Source of(String token) {
        if (token.startsWith(CODED)) {
            return coded(token);
        }
        if (token.startsWith(IMPORTED)) {
            return imported(token);
        }
        return switch (token) {
            case "account" -> plain(token, "Account", Source.Kind.LEVELS, RegressionRows.Image::account);
            case "days" ->
                plain(token, "Days since the first post", Source.Kind.NUMBER, image -> day(image.postedAt()));
            case "year" -> plain(token, "Year of posting", Source.Kind.LEVELS, image -> year(image.postedAt()));
            default ->
                throw RegressionQuestion.mistake(
                        "covariate",
                        "There is no covariate \"" + token
                                + "\". Covariates are account, days, year, imported:COLUMN and coded:VARIABLE.");
        };
    }

    private String day(Instant posted) {
        return posted == null ? null : Long.toString(ChronoUnit.DAYS.between(first, posted));
    }

    private static String year(Instant posted) {
        return posted == null
                ? null
                : Integer.toString(posted.atZone(ZoneOffset.UTC).getYear());
    }

    private Source plain(String token, String label, Source.Kind kind, Function<RegressionRows.Image, String> value) {
        return new Source(token, label, kind, image -> one(value.apply(images.get(image))), Optional.empty());
    }

    private static Set<String> one(String value) {
        return value == null || value.isBlank() ? Set.of() : Set.of(value.strip());
    }

    private Source imported(String token) {
        var name = token.substring(IMPORTED.length());
        int at = columns.names().indexOf(name);
        if (at < 0) {
            throw RegressionQuestion.mistake(
                    "covariate",
                    "No imported table has a column \"" + name + "\". Columns are "
                            + columns.names().stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + ".");
        }
        return plain(
                token,
                name,
                Source.Kind.EITHER,
                image -> columns.cells(image.tableId(), image.cells(), image.metadata())
                        .get(at));
    }

    private Source coded(String token) {
        var found = told(token.substring(CODED.length()));
        var variable = found.variable();
        var machine = found.machines().get(0);
        return new Source(
                token,
                variable.label(),
                kind(variable),
                image -> machine.said().of(image, machine.machine().id()),
                Optional.of(new Source.Coded(gold(found), variable)));
    }

    private ValidationStudy.Asked told(String key) {
        try {
            return coded.apply(key);
        } catch (Problem.Invalid e) {
            throw RegressionQuestion.mistake("covariate", key + " cannot be a covariate: " + e.getMessage());
        }
    }

    private static Source.Kind kind(Variable variable) {
        return switch (variable.type()) {
            case NUMBER -> Source.Kind.NUMBER;
            case MULTI -> Source.Kind.LABELS;
            case SINGLE, BOOLEAN -> Source.Kind.LEVELS;
            case TEXT ->
                throw RegressionQuestion.mistake(
                        "covariate", variable.label() + " is free text, which is no covariate.");
        };
    }

    /** Gold of the images that may be measured, and of no others. */
    static Values gold(ValidationStudy.Asked asked) {
        var goldSample = asked.goldSample();
        var measurable = Set.copyOf(goldSample.units());
        return image -> measurable.contains(image)
                ? goldSample.answers().of(image, goldSample.gold().id())
                : Set.of();
    }

    static boolean possible(Variable variable) {
        return variable.type() != VariableType.TEXT;
    }
}
