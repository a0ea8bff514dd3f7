package codeframe.feature.vision;

import codeframe.web.Dollars;
import codeframe.web.Params;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be asked about which images.
 *
 * @param query the gallery's filter
 * @param cap dollars as typed
 */
public record VisionForm(String name, List<String> features, String hints, String cap, String query, String mistake) {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_HINTS = 10;
    private static final int MOST_DIGITS = 20;

    static VisionForm proposed(Optional<VisionSettings> last, String query) {
        var settings = last.orElse(VisionSettings.of(
                Arrays.stream(VisionFeature.values()).map(VisionFeature::word).toList(), List.of()));
        return new VisionForm(
                VisionService.NAME, settings.features(), String.join(", ", settings.hints()), "", query, "");
    }

    static VisionForm typed(Context ctx, String query) {
        return new VisionForm(
                Params.text(ctx, "name"),
                ctx.formParams("feature").stream().distinct().toList(),
                Params.text(ctx, "hints"),
                Params.text(ctx, "cap"),
                query,
                "");
    }

    /** While features are being chosen: a cap that nobody touched follows the price. */
    VisionForm following(Context ctx) {
        boolean untouched = cap.equals(Params.text(ctx, "proposed"));
        return new VisionForm(name, features, hints, untouched ? "" : cap, query, mistake);
    }

    /** What a script sends; {@code hints} may be absent, and so may {@code features} for all. */
    record Sent(
            String name,
            List<String> features,
            @JsonProperty("language_hints") List<String> hints,
            BigDecimal cap) {
        VisionForm form(String query) {
            return new VisionForm(
                    name == null ? "" : name,
                    features == null
                            ? Arrays.stream(VisionFeature.values())
                                    .map(VisionFeature::word)
                                    .toList()
                            : features.stream().distinct().toList(),
                    hints == null ? "" : String.join(" ", hints),
                    cap == null ? "" : written(cap),
                    query,
                    "");
        }
    }

    /** A number of very many digits stays short, and is refused as it stands. */
    private static String written(BigDecimal cap) {
        return Math.abs((long) cap.scale()) > MOST_DIGITS ? cap.toString() : cap.toPlainString();
    }

    VisionForm checked(VisionEstimate estimate) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return wrong("Name the source in at most " + LONGEST_NAME + " characters.");
        } else if (features.isEmpty() || chosen().size() < features.size()) {
            return wrong("Choose at least one of objects, text and labels.");
        } else if (hintList().size() > MOST_HINTS
                || !hintList().stream().allMatch(hint -> hint.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"))) {
            return wrong("Language hints are at most " + MOST_HINTS + " codes such as de, en or pt-BR.");
        } else if (dollars().isEmpty()) {
            return wrong("The cap is a number of dollars such as 5 or 0.40.");
        } else if (estimate.images() == 0) {
            return wrong("No image fits the filter.");
        }
        return this;
    }

    VisionForm wrong(String sentence) {
        return new VisionForm(name, features, hints, cap, query, sentence);
    }

    public List<VisionFeature> chosen() {
        return VisionFeature.ofWords(features);
    }

    List<String> hintList() {
        return Arrays.stream(hints.split("[\\s,;]+"))
                .filter(hint -> !hint.isEmpty())
                .distinct()
                .toList();
    }

    Optional<BigDecimal> dollars() {
        return dollars(cap);
    }

    static Optional<BigDecimal> dollars(String typed) {
        return typed.matches("\\d{1,7}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    /** As typed, or what suffices for everything. */
    public String cap(VisionEstimate estimate) {
        return cap.isEmpty() ? Dollars.up(estimate.high()).toPlainString() : cap;
    }
}
