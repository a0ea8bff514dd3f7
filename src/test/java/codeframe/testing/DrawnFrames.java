package codeframe.testing;

import codeframe.demo.DrawnScene;
import codeframe.demo.Fact;
import codeframe.demo.Kind;
import codeframe.demo.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forty drawn images, and what the visual-frames codebook says about each. */
public final class DrawnFrames {
    private static final List<Kind> KINDS = List.of(
            Kind.POSTER,
            Kind.RALLY,
            Kind.LECTERN,
            Kind.TV_STUDIO,
            Kind.PRESS_CONFERENCE,
            Kind.PORTRAIT,
            Kind.STREET_TALK,
            Kind.PROTEST,
            Kind.PARLIAMENT,
            Kind.FACTORY,
            Kind.HOME,
            Kind.MOUNTAINS,
            Kind.VEHICLE);

    private DrawnFrames() {}

    /** @param path of the file in an import */
    public record Frame(String path, DrawnScene drawing, Map<String, String> truth) {}

    public static List<Frame> draw(int count) {
        var frames = new ArrayList<Frame>();
        for (int i = 0; i < count; i++) {
            var drawing = Scene.draw(KINDS.get(i % KINDS.size()), 800, 600, 8_000_000 + i);
            frames.add(new Frame("frames/%03d.jpg".formatted(i), drawing, truth(drawing)));
        }
        return frames;
    }

    static Map<String, String> truth(DrawnScene drawing) {
        var truth = new LinkedHashMap<String, String>();
        truth.put("performance", performance(drawing.kind()));
        truth.put("environment", environment(drawing));
        truth.put("location", location(drawing));
        truth.put("dress_style", dress(drawing));
        truth.put("rolled_up_sleeves", sleeves(drawing));
        return truth;
    }

    private static String performance(Kind kind) {
        return switch (kind) {
            case RALLY, LECTERN -> "campaign_or_party_event";
            case PROTEST -> "protest_event";
            case TV_STUDIO, PRESS_CONFERENCE -> "media_event";
            case POSTER -> "campaign_material";
            case HOME -> "private_event";
            default -> "other";
        };
    }

    private static String environment(DrawnScene drawing) {
        if (drawing.facts().contains(Fact.INDOORS)) {
            return "indoors";
        }
        return drawing.facts().contains(Fact.OUTDOORS) ? "outdoors" : "not_applicable";
    }

    private static String location(DrawnScene drawing) {
        return switch (drawing.kind()) {
            case RALLY, PROTEST, STREET_TALK -> "street_or_plaza";
            case LECTERN, PRESS_CONFERENCE -> "event_hall";
            case TV_STUDIO -> "tv_studio";
            case PARLIAMENT -> "parliament";
            case FACTORY -> "industry";
            case HOME -> "home";
            case MOUNTAINS -> "nature";
            case VEHICLE -> drawing.facts().contains(Fact.CAR) ? "private_transport" : "public_transport";
            default -> "not_applicable";
        };
    }

    private static String dress(DrawnScene drawing) {
        if (drawing.facts().contains(Fact.FORMAL)) {
            return "formal";
        }
        return drawing.facts().contains(Fact.CASUAL) ? "casual" : "unsure";
    }

    private static String sleeves(DrawnScene drawing) {
        if (drawing.facts().contains(Fact.ROLLED_SLEEVES)) {
            return "yes";
        }
        return drawing.facts().contains(Fact.SOMEBODY) ? "no" : "unsure";
    }
}
