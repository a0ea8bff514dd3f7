package codeframe.llm.speech;

import codeframe.llm.server.LlmServer;
import codeframe.web.Choice;
import codeframe.web.Dollars;
import codeframe.web.Params;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which videos are to be written down, and by whom.
 *
 * @param server number of one of {@code servers}, as typed
 * @param spoken ISO 639-1 code, empty where the model finds out
 * @param language by which words are searched
 * @param minutePrice dollars as typed, as is {@code cap}
 * @param again whether videos are taken too that have a transcript
 * @param query the gallery's filter
 */
public record SpeechForm(
        String name,
        String server,
        String model,
        String spoken,
        String language,
        String minutePrice,
        String cap,
        boolean again,
        String query,
        List<LlmServer> servers,
        String mistake) {
    static final String NAME = "Transcripts";
    private static final int LONGEST = 100;

    static SpeechForm proposed(Optional<SpeechSettings> last, List<LlmServer> servers, String query) {
        var server = last.map(one -> Long.toString(one.server()))
                .orElse(servers.isEmpty() ? "" : Long.toString(servers.get(0).id()));
        return new SpeechForm(
                NAME,
                server,
                last.map(SpeechSettings::model).orElse("whisper-1"),
                last.map(SpeechSettings::spoken).orElse(""),
                "simple",
                last.map(one -> one.minutePrice().toPlainString()).orElse(""),
                "",
                false,
                query,
                servers,
                "");
    }

    static SpeechForm typed(Context ctx, List<LlmServer> servers, String query) {
        var language = Params.text(ctx, "language");
        return new SpeechForm(
                Params.text(ctx, "name"),
                Params.text(ctx, "server"),
                Params.text(ctx, "model").strip(),
                Params.text(ctx, "spoken").strip(),
                language.isEmpty() ? "simple" : language,
                Params.text(ctx, "minute_price").strip(),
                Params.text(ctx, "cap").strip(),
                Params.text(ctx, "again").equals("true"),
                query,
                servers,
                "");
    }

    /** While it is being filled in: a cap that nobody touched follows the price. */
    SpeechForm following(Context ctx) {
        return cap.equals(Params.text(ctx, "proposed")) ? withCap("") : this;
    }

    private SpeechForm withCap(String typed) {
        return new SpeechForm(
                name, server, model, spoken, language, minutePrice, typed, again, query, servers, mistake);
    }

    SpeechForm wrong(String sentence) {
        return new SpeechForm(name, server, model, spoken, language, minutePrice, cap, again, query, servers, sentence);
    }

    /** @param languages in which words can be searched */
    SpeechForm checked(SpeechEstimate estimate, List<String> languages) {
        if (name.isBlank() || name.length() > LONGEST) {
            return wrong("Name the source in at most " + LONGEST + " characters.");
        } else if (chosen().isEmpty()) {
            return wrong("Choose one of the project's servers.");
        } else if (model.isBlank() || model.length() > LONGEST) {
            return wrong(
                    "Name the model as the server calls it, such as whisper-1, in at most " + LONGEST + " characters.");
        } else if (!spoken.matches("|[a-z]{2,3}")) {
            return wrong("The language that is spoken is a code such as de or en, or nothing.");
        } else if (!languages.contains(language)) {
            return wrong("There is no search language \"" + language + "\".");
        } else if (price().isEmpty()) {
            return wrong("The price of a minute is a number of dollars such as 0.006; 0 for a server of your own.");
        } else if (dollars(cap).isEmpty()) {
            return wrong("The cap is a number of dollars such as 5 or 0.40.");
        } else if (estimate.videos() == 0) {
            return wrong(
                    "No video is left to be written down: none fits the filter, or each has a transcript or waits for one.");
        }
        return this;
    }

    Optional<LlmServer> chosen() {
        return servers.stream()
                .filter(one -> Long.toString(one.id()).equals(server))
                .findFirst();
    }

    public List<Choice> choices() {
        return servers.stream()
                .map(one -> new Choice(Long.toString(one.id()), one.name()))
                .toList();
    }

    public Optional<BigDecimal> price() {
        return dollars(minutePrice);
    }

    static Optional<BigDecimal> dollars(String typed) {
        return typed.matches("\\d{1,7}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(typed)) : Optional.empty();
    }

    public BigDecimal dollars(SpeechEstimate estimate) {
        return SpeechEstimate.price(price().orElse(BigDecimal.ZERO), estimate.seconds());
    }

    /** As typed, or what suffices for everything: sounds may be a little longer than pictures, and parts begin seconds. */
    public String cap(SpeechEstimate estimate) {
        return cap.isEmpty()
                ? Dollars.up(SpeechEstimate.price(
                                price().orElse(BigDecimal.ZERO),
                                estimate.seconds()
                                        + estimate.videos()
                                        - estimate.withoutSound()
                                        + estimate.seconds() / SpeechParts.LEAST_SECONDS))
                        .toPlainString()
                : cap;
    }

    SpeechSettings settings(LlmServer on) {
        return SpeechSettings.of(on.id(), on.name(), model, spoken, price().orElseThrow());
    }
}
