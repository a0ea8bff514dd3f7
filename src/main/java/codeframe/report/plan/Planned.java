package codeframe.report.plan;

import java.util.OptionalLong;

/**
 * How many units something takes.
 *
 * @param key in files
 * @param rests on what it rests, in words
 * @param units absent where no number does, for the reason in words
 */
public record Planned(String key, String what, String rests, OptionalLong units, String reason) {
    static Planned of(String key, String what, String rests, double units) {
        return Double.isFinite(units) && units < 1e12
                ? new Planned(key, what, rests, OptionalLong.of(Math.max(2, (long) Math.ceil(units - 1e-9))), "")
                : none(key, what, rests, "no number is enough");
    }

    static Planned none(String key, String what, String rests, String reason) {
        return new Planned(key, what, rests, OptionalLong.empty(), reason);
    }
}
