package codeframe.image;

import codeframe.web.Links;
import codeframe.web.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The one way to say "these images": parts of it are joined by and, several values of one part by or. It is the query
 * string of the gallery, and is kept in that form by runs and samples.
 *
 * @param selections pictures that were ticked and saved under a name
 * @param from first day, as 2021-04-01, or empty
 * @param to last day, or empty
 * @param viewer the user who asks, 0 for nobody in particular: choosing by a code that they must not see would tell it
 */
public record ImageFilter(
        List<String> accounts,
        List<String> kinds,
        List<Long> imports,
        List<Long> samples,
        List<Long> selections,
        String from,
        String to,
        List<CodeIs> codes,
        long viewer) {
    /** What a filter is called by in an address. */
    public static final List<String> PARTS =
            List.of("account", "kind", "import", "sample", "selection", "from", "to", "code");

    public static final ImageFilter ALL =
            new ImageFilter(List.of(), List.of(), List.of(), List.of(), List.of(), "", "", List.of(), 0);

    /** A coder gave this value to this variable; {@code ~unsure} and the like name a state instead of a value. */
    public record CodeIs(long coder, String variable, String value) {
        static CodeIs of(String text) {
            var parts = text.split(":", 3);
            if (parts.length < 3) {
                throw new Problem.Invalid("A filter by code must be coder:variable:value, not \"" + text + "\".");
            }
            return new CodeIs(number(parts[0]), parts[1], parts[2]);
        }

        public String text() {
            return coder + ":" + variable + ":" + value;
        }

        boolean isState() {
            return value.startsWith("~");
        }
    }

    /** @throws Problem.Invalid when a value cannot be understood: a filter that is ignored would select too much */
    public static ImageFilter fromQuery(String query) {
        Map<String, List<String>> values = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && equals < pair.length() - 1) {
                values.computeIfAbsent(pair.substring(0, equals), none -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return of(values);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException halfAnEscape) {
            throw new Problem.Invalid("The filter holds \"" + value + "\", which is not written as in an address.");
        }
    }

    private static ImageFilter of(Map<String, List<String>> values) {
        return new ImageFilter(
                values.getOrDefault("account", List.of()),
                values.getOrDefault("kind", List.of()),
                numbers(values, "import"),
                numbers(values, "sample"),
                numbers(values, "selection"),
                day(values.getOrDefault("from", List.of())),
                day(values.getOrDefault("to", List.of())),
                values.getOrDefault("code", List.of()).stream().map(CodeIs::of).toList(),
                0);
    }

    private static List<Long> numbers(Map<String, List<String>> values, String part) {
        return values.getOrDefault(part, List.of()).stream()
                .map(ImageFilter::number)
                .toList();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new Problem.Invalid("The filter names \"" + text + "\" where a number is needed.");
        }
    }

    private static String day(List<String> days) {
        try {
            return days.isEmpty() ? "" : LocalDate.parse(days.get(0)).toString();
        } catch (DateTimeParseException notADay) {
            throw new Problem.Invalid("A day of the filter must look like 2021-04-01, not \"" + days.get(0) + "\".");
        }
    }

    /** The same images as this person may choose them. */
    public ImageFilter seenBy(long user) {
        return new ImageFilter(accounts, kinds, imports, samples, selections, from, to, codes, user);
    }

    public boolean isAll() {
        return toQuery().isEmpty();
    }

    public boolean namesCodes() {
        return !codes.isEmpty();
    }

    /** The images of a sample. */
    public static ImageFilter ofSample(long sample) {
        return new ImageFilter(List.of(), List.of(), List.of(), List.of(sample), List.of(), "", "", List.of(), 0);
    }

    /** The filter as a query string; empty for all images. */
    public String toQuery() {
        var pairs = new ArrayList<String>();
        accounts.forEach(account -> pairs.add("account=" + Links.encode(account)));
        kinds.forEach(kind -> pairs.add("kind=" + Links.encode(kind)));
        imports.forEach(number -> pairs.add("import=" + number));
        samples.forEach(number -> pairs.add("sample=" + number));
        selections.forEach(number -> pairs.add("selection=" + number));
        if (!from.isEmpty()) {
            pairs.add("from=" + from);
        }
        if (!to.isEmpty()) {
            pairs.add("to=" + to);
        }
        codes.forEach(code -> pairs.add("code=" + Links.encode(code.text())));
        return String.join("&", pairs);
    }

    /** The condition on {@code image i}, beginning with "and" or empty. */
    public ImageCondition where() {
        return ImageCondition.of(this);
    }

    ImageFilter withoutAccounts() {
        return new ImageFilter(List.of(), kinds, imports, samples, selections, from, to, codes, viewer);
    }

    ImageFilter withoutKinds() {
        return new ImageFilter(accounts, List.of(), imports, samples, selections, from, to, codes, viewer);
    }

    ImageFilter withoutImports() {
        return new ImageFilter(accounts, kinds, List.of(), samples, selections, from, to, codes, viewer);
    }

    ImageFilter withoutSamples() {
        return new ImageFilter(accounts, kinds, imports, List.of(), selections, from, to, codes, viewer);
    }

    ImageFilter withoutSelections() {
        return new ImageFilter(accounts, kinds, imports, samples, List.of(), from, to, codes, viewer);
    }

    public ImageFilter withoutCodes() {
        return new ImageFilter(accounts, kinds, imports, samples, selections, from, to, List.of(), viewer);
    }
}
