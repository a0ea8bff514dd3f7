package codeframe.image;

import codeframe.web.Links;
import codeframe.web.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a query string by their names. What cannot be understood is refused: ignored, it would select too much. */
record FilterQuery(Map<String, List<String>> values) {

    static FilterQuery of(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                values.computeIfAbsent(pair.substring(0, equals), none -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new FilterQuery(values);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException halfAnEscape) {
            throw new Problem.Invalid("The filter holds \"" + value + "\", which is not written as in an address.");
        }
    }

    FilterQuery without(List<String> parts) {
        var others = new LinkedHashMap<>(values);
        others.keySet().removeAll(parts);
        return new FilterQuery(others);
    }

    List<String> texts(String part) {
        return values.getOrDefault(part, List.of());
    }

    String text(String part) {
        return texts(part).stream().findFirst().orElse("").strip();
    }

    List<Long> numbers(String part) {
        return texts(part).stream().map(FilterQuery::number).toList();
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Problem.Invalid("The filter names \"" + text + "\" where a number is needed.");
        }
    }

    String day(String part) {
        try {
            return text(part).isEmpty() ? "" : LocalDate.parse(text(part)).toString();
        } catch (DateTimeParseException notADay) {
            throw new Problem.Invalid("A day of the filter must look like 2021-04-01, not \"" + text(part) + "\".");
        }
    }

    /** Values as they stand in an address, one after another. */
    static final class Writing {
        private final List<String> pairs = new ArrayList<>();

        Writing add(String name, String text) {
            if (!text.isEmpty()) {
                pairs.add(name + "=" + Links.encode(text));
            }
            return this;
        }

        Writing addAll(String name, List<?> all) {
            all.forEach(value -> add(name, value.toString()));
            return this;
        }

        /** Written already. */
        Writing addWhole(String query) {
            if (!query.isEmpty()) {
                pairs.add(query);
            }
            return this;
        }

        @Override
        public String toString() {
            return String.join("&", pairs);
        }
    }
}
