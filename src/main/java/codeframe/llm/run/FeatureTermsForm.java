package codeframe.llm.run;

import codeframe.feature.telling.FeatureOffers;
import codeframe.feature.telling.FeatureReading;
import codeframe.feature.telling.FeatureTerms;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be told of each image, as somebody types or sends it; each mistake is a sentence beside its field. */
final class FeatureTermsForm {
    static final List<String> FIELDS = List.of("features", "threshold", "ignored", "folded");
    private static final int MOST_NAMES = 1000;

    private final JsonNode fields;
    private final List<FeatureOffers.Offer> offers;
    private final RunTermsForm form;

    /** @param form takes the mistakes */
    FeatureTermsForm(JsonNode fields, List<FeatureOffers.Offer> offers, RunTermsForm form) {
        this.fields = fields;
        this.offers = offers;
        this.form = form;
    }

    FeatureTerms read() {
        var read = new ArrayList<FeatureReading>();
        for (var node : fields.path("features")) {
            reading(node).ifPresent(read::add);
        }
        if (read.isEmpty()
                && form.mistakes().stream().noneMatch(one -> one.key().equals("features"))) {
            form.wrong("features", "Choose at least one feature that the model is told of each image.");
        } else if (read.stream()
                        .map(one -> one.source() + one.kind())
                        .distinct()
                        .count()
                < read.size()) {
            form.wrong("features", "A feature is told once; one is named twice.");
        }
        return new FeatureTerms(read, threshold(), ignored(), folded());
    }

    private Optional<FeatureReading> reading(JsonNode node) {
        var kind = node.path("kind").asText("");
        var source = node.path("source").asText("").strip();
        var found = offers.stream()
                .filter(one -> one.kind().equals(kind) && isNamed(one, source))
                .findFirst();
        if (found.isEmpty()) {
            form.wrong(
                    "features",
                    "No source \"" + source + "\" has \"" + kind + "\" here; there is "
                            + (offers.isEmpty()
                                    ? "none yet"
                                    : String.join(
                                            ", ",
                                            offers.stream()
                                                    .map(one -> one.kind() + " of " + one.title())
                                                    .toList()))
                            + ".");
        }
        return found.map(one -> new FeatureReading(one.source(), one.name(), one.version(), kind, limit(node, one)));
    }

    /** By number, by name and version, or by name alone, which is its newest version. */
    private static boolean isNamed(FeatureOffers.Offer offer, String source) {
        return source.equals(Long.toString(offer.source()))
                || source.equalsIgnoreCase(offer.title())
                || source.equalsIgnoreCase(offer.name());
    }

    private int limit(JsonNode node, FeatureOffers.Offer offer) {
        var typed = node.path("limit").asText("").strip();
        if (typed.isEmpty()) {
            return FeatureReading.USUAL_LIMIT;
        }
        boolean whole = typed.matches("\\d{1,6}");
        if (!whole || Integer.parseInt(typed) < FeatureReading.LEAST || Integer.parseInt(typed) > FeatureReading.MOST) {
            form.wrong(
                    "limit:" + offer.id(),
                    "A whole number from " + FeatureReading.LEAST + " to " + FeatureReading.MOST + " characters.");
            return FeatureReading.USUAL_LIMIT;
        }
        return Integer.parseInt(typed);
    }

    private double threshold() {
        var typed = form.text("threshold");
        if (typed.isEmpty()) {
            return FeatureTerms.USUAL_THRESHOLD;
        } else if (!typed.matches("[01](\\.\\d{1,4})?") || Double.parseDouble(typed) > 1) {
            form.wrong("threshold", "A confidence from 0 to 1, such as 0.5.");
            return FeatureTerms.USUAL_THRESHOLD;
        }
        return Double.parseDouble(typed);
    }

    /** A list, or lines. */
    private List<String> ignored() {
        return checked("ignored", lines("ignored"));
    }

    private List<String> lines(String field) {
        var lines = new ArrayList<String>();
        if (fields.path(field).isArray()) {
            fields.path(field).forEach(one -> lines.add(one.asText()));
        } else {
            form.text(field).lines().forEach(lines::add);
        }
        return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private List<String> checked(String field, List<String> names) {
        if (names.size() > MOST_NAMES) {
            form.wrong(field, "At most " + MOST_NAMES + " names.");
        }
        return names;
    }

    /** An object of names, or lines such as "Man = Person"; either is held to the same. */
    private Map<String, String> folded() {
        var pairs = pairs();
        if (pairs.size() > MOST_NAMES) {
            form.wrong("folded", "At most " + MOST_NAMES + " names.");
        }
        var folded = new LinkedHashMap<String, String>();
        var known = new HashSet<String>();
        for (var pair : pairs) {
            if (pair.size() != 2 || pair.contains("")) {
                form.wrong(
                        "folded", "One pair a line, such as Man = Person. This is none: " + String.join(" = ", pair));
            } else if (known.add(FeatureTerms.plain(pair.get(0)))) {
                folded.put(pair.get(0), pair.get(1));
            } else {
                form.wrong(
                        "folded",
                        "\"" + pair.get(0) + "\" is counted as two names; small and capital letters are alike.");
            }
        }
        return folded;
    }

    private List<List<String>> pairs() {
        if (!fields.path("folded").isObject()) {
            return lines("folded").stream()
                    .map(line -> List.of(line.split("\\s*=\\s*", -1)))
                    .toList();
        }
        return fields.path("folded").properties().stream()
                .map(one ->
                        List.of(one.getKey().strip(), one.getValue().asText().strip()))
                .toList();
    }
}
