package codeframe.image.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Frames of a short video that its rule will choose, written while it is decoded for the first time, so that it need not be
 * decoded twice. They are guessed: those are kept that the rule then chooses, and where one is missing none of them.
 */
final class EarlyFrames {
    private static final double SHORT = 60;
    private static final int MOST = 64;

    /** Of whole frames the change is seldom less than of reduced ones, by which the rule goes. */
    private static final double LESS = 0.7;

    private static final String LISTING = "early";

    private final FrameRule rule;
    private final VideoFolder in;

    private EarlyFrames(FrameRule rule, VideoFolder in) {
        this.rule = rule;
        this.in = in;
    }

    /** @param seconds that the header tells of; where it lies, more is guessed than is needed, or nothing */
    static Optional<EarlyFrames> of(FrameRule rule, VideoFolder in, double seconds) {
        boolean foreseen = rule.shots().stream().allMatch("first"::equals);
        boolean few = rule.every() == 0 || seconds / rule.every() < rule.most();
        return seconds > 0 && seconds <= SHORT && foreseen && few
                ? Optional.of(new EarlyFrames(rule, in))
                : Optional.empty();
    }

    /** An expression of ffmpeg's filter "select": a new shot, or a new step of time as {@link FrameRule#choose} has it. */
    String filter() {
        var step = "floor(round(%s*1000)/%s+1e-9)";
        var every = rule.every() == 0
                ? ""
                : "+gt(%s\\,%s)".formatted(step.formatted("t", ms()), step.formatted("prev_t", ms()));
        return "select=eq(n\\,0)+gt(scene\\,%s)%s,metadata=mode=print:file=%s"
                .formatted(number(rule.threshold() * LESS), every, LISTING);
    }

    private String ms() {
        return number(rule.every() * 1000);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    List<String> output() {
        var all = new ArrayList<>(List.of("-fps_mode", "passthrough", "-frames:v", Integer.toString(MOST)));
        all.addAll(VideoReader.JPEG);
        all.add(in.path().resolve(LISTING + "-%d.jpg").toString());
        return all;
    }

    /**
     * The chosen frames as files; what else was written goes.
     *
     * @param all of ffmpeg's lines about every frame
     * @return nothing where one of them was not foreseen, or it cannot be told which is which
     */
    Optional<List<Path>> files(Path all, List<SeenFrame> chosen) throws IOException {
        var stamps = FrameListing.stamps(all);
        var listing = in.path().resolve(LISTING);
        var written = Files.exists(listing) ? FrameListing.stamps(listing) : List.<Long>of();
        var byStamp = new HashMap<Long, Path>();
        for (int i = 0; i < written.size(); i++) {
            byStamp.put(written.get(i), written(i + 1));
        }
        boolean clear = new HashSet<>(stamps).size() == stamps.size() && isWhole(written.size());
        var files = clear ? moved(byStamp, stamps, chosen) : Optional.<List<Path>>empty();
        try (var left = Files.newDirectoryStream(in.path(), LISTING + "*")) {
            for (var file : left) {
                Files.delete(file);
            }
        }
        return files;
    }

    /** A picture for each line: some are missing where there are too many, or the size changed on the way. */
    private boolean isWhole(int lines) {
        return lines > 0 && Files.exists(written(lines)) && !Files.exists(written(lines + 1));
    }

    private Path written(int number) {
        return in.path().resolve(LISTING + "-" + number + ".jpg");
    }

    private Optional<List<Path>> moved(Map<Long, Path> byStamp, List<Long> stamps, List<SeenFrame> chosen)
            throws IOException {
        var found = new ArrayList<Path>();
        for (var frame : chosen) {
            var file = byStamp.get(stamps.get(frame.number()));
            if (file == null || !Files.exists(file)) {
                return Optional.empty();
            }
            found.add(file);
        }
        var files = new ArrayList<Path>();
        for (var file : found) {
            files.add(Files.move(file, in.path().resolve("frame-" + (files.size() + 1) + ".jpg")));
        }
        return Optional.of(files);
    }
}
