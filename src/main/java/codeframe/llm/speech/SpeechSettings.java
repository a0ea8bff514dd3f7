package codeframe.llm.speech;

import codeframe.web.Dollars;
import java.math.BigDecimal;

/**
 * How a source has videos written down.
 *
 * @param spoken ISO 639-1 code of the language that is spoken; empty where the model finds out
 * @param minutePrice dollars for a minute of sound
 * @param how the same as a sentence
 */
record SpeechSettings(long server, String model, String spoken, BigDecimal minutePrice, String how) {
    static SpeechSettings of(long server, String serverName, String model, String spoken, BigDecimal minutePrice) {
        return new SpeechSettings(
                server,
                model,
                spoken,
                minutePrice,
                "Written down by %s on %s%s, at %s a minute. The sound is sent as FLAC, one channel of 16,000 samples a second."
                        .formatted(
                                model,
                                serverName,
                                spoken.isEmpty() ? "" : ", told that the language is " + spoken,
                                Dollars.text(minutePrice)));
    }

    /** Charged by the second that has begun. */
    BigDecimal price(long seconds) {
        return SpeechEstimate.price(minutePrice, seconds);
    }
}
