package codeframe.image.video;

import codeframe.db.Json;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which frames of a video become images. A shot begins where a frame differs from the one before by more than the
 * threshold (ffmpeg's scene score, between 0 and 1, of frames reduced to 192 × 108).
 *
 * @param every seconds between two frames, 0 for none of them
 * @param shots of each shot its first, middle and last frame, or some or none of them
 * @param most at most so many, evenly over those that the rest of the rule names
 */
public record FrameRule(double every, List<String> shots, double threshold, int most) {
    public static final List<String> OF_A_SHOT = List.of("first", "middle", "last");
    public static final FrameRule DEFAULT = new FrameRule(2, List.of("first"), 0.3, 20);
    public static final int MOST = 200;

    private static final int VERSION = 1;
    private static final Set<String> NAMES = Set.of("every", "shots", "threshold", "most", "version");

    public FrameRule {
        shots = OF_A_SHOT.stream().filter(shots::contains).toList();
    }

    /** A chosen frame and the number of its shot, from 1. */
    record Chosen(SeenFrame frame, int shot) {}

    /** @throws Problem.Invalid when it chooses nothing, or is out of range */
    public FrameRule checked() {
        if (every == 0 && shots.isEmpty()) {
            throw new Problem.Invalid(
                    "The rule for frames chooses none: say every how many seconds, or which of a shot.");
        } else if (!(every == 0 || (every >= 0.1 && every <= 3600))) {
            throw new Problem.Invalid("Frames may be taken every 0.1 to 3,600 seconds.");
        } else if (!(threshold > 0 && threshold < 1)) {
            throw new Problem.Invalid("The threshold for a new shot lies between 0 and 1; 0.3 is usual.");
        } else if (most < 1 || most > MOST) {
            throw new Problem.Invalid("Of one video 1 to " + MOST + " frames may be taken.");
        }
        return this;
    }

    /** @throws Problem.Invalid when it is not understood; what is not named is as in {@link #DEFAULT} */
    public static FrameRule of(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name)) {
                throw new Problem.Invalid("The rule for frames has no \"" + name + "\": it may name every, shots,"
                        + " threshold and most.");
            }
        });
        var shots = new ArrayList<String>();
        json.path("shots").forEach(one -> shots.add(one.asText()));
        if (!OF_A_SHOT.containsAll(shots)) {
            throw new Problem.Invalid("Of a shot the first, middle and last frame may be taken, not \""
                    + String.join(", ", shots) + "\".");
        }
        return new FrameRule(
                        json.path("every").asDouble(json.has("shots") ? 0 : DEFAULT.every),
                        json.has("shots") || json.has("every") ? shots : DEFAULT.shots,
                        json.path("threshold").asDouble(DEFAULT.threshold),
                        json.path("most").asInt(DEFAULT.most))
                .checked();
    }

    public Json json() {
        var named = new LinkedHashMap<String, Object>();
        named.put("version", VERSION);
        named.put("every", every);
        named.put("shots", shots);
        named.put("threshold", threshold);
        named.put("most", most);
        return Json.of(named);
    }

    /** "the first of each shot (change over 0.3) and every 2 s, at most 20" */
    public String inWords() {
        var words = new ArrayList<String>();
        if (!shots.isEmpty()) {
            words.add("the " + String.join(", ", shots).replaceFirst(", (\\w+)$", " and $1")
                    + " frame of each shot (change over " + text(threshold) + ")");
        }
        if (every > 0) {
            words.add("one every " + text(every) + " s");
        }
        return String.join(", ", words) + ", at most " + NumberText.count(most);
    }

    public static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** The shot of a moment, from 1, by the same rule as {@link #choose}. */
    int shotAt(List<SeenFrame> frames, int ms) {
        return 1
                + (int) frames.stream()
                        .skip(1)
                        .filter(frame -> frame.change() > threshold && frame.ms() <= ms)
                        .count();
    }

    List<Chosen> choose(List<SeenFrame> frames) {
        var chosen = new TreeMap<Integer, Chosen>();
        var shot = new ArrayList<SeenFrame>();
        int number = 0;
        int lastStep = -1;
        for (SeenFrame frame : frames) {
            if (!shot.isEmpty() && frame.change() > threshold) {
                addShot(chosen, shot, number);
                shot.clear();
            }
            number += shot.isEmpty() ? 1 : 0;
            shot.add(frame);
            int step = every == 0 ? -1 : (int) Math.floor(frame.ms() / (every * 1000) + 1e-9);
            if (step > lastStep) {
                chosen.putIfAbsent(frame.ms(), new Chosen(frame, number));
            }
            lastStep = step;
        }
        addShot(chosen, shot, number);
        return thinned(List.copyOf(chosen.values()));
    }

    private void addShot(Map<Integer, Chosen> chosen, List<SeenFrame> shot, int number) {
        for (String place : shots) {
            if (!shot.isEmpty()) {
                int last = shot.size() - 1;
                var frame = shot.get(place.equals("first") ? 0 : place.equals("last") ? last : last / 2);
                chosen.putIfAbsent(frame.ms(), new Chosen(frame, number));
            }
        }
    }

    private List<Chosen> thinned(List<Chosen> all) {
        if (all.size() <= most) {
            return all;
        }
        var some = new ArrayList<Chosen>();
        for (int i = 0; i < most; i++) {
            some.add(all.get(most == 1 ? 0 : (int) Math.round((double) i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }
}
