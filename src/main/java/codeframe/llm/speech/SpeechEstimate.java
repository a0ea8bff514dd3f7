package codeframe.llm.speech;

import codeframe.web.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What there is to be written down.
 *
 * @param videos that would be looked at
 * @param withoutSound of these, those that have no sound track and cost nothing
 * @param seconds of the others together
 */
public record SpeechEstimate(long videos, long withoutSound, long seconds) {
    private static final int DIGITS = 12;

    static SpeechEstimate of(List<SpeechRows.Video> videos) {
        var heard = videos.stream().filter(SpeechRows.Video::audio).toList();
        return new SpeechEstimate(
                videos.size(),
                videos.size() - heard.size(),
                heard.stream().mapToLong(one -> (one.soundMs() + 999L) / 1000).sum());
    }

    /** @param minutePrice dollars for a minute */
    static BigDecimal price(BigDecimal minutePrice, long seconds) {
        return minutePrice
                .multiply(BigDecimal.valueOf(seconds))
                .divide(BigDecimal.valueOf(60), DIGITS, RoundingMode.CEILING)
                .stripTrailingZeros();
    }

    public String minutes() {
        return NumberText.decimal(seconds / 60.0, 1);
    }
}
