package codeframe.demo;

import java.util.List;
import java.util.Map;

/**
 * One of the three invented people who code the demo's sample, with the mistakes that people make.
 *
 * @param slips how often they mistake a type for its neighbour
 * @param doubts how often they are unsure
 */
record DemoCoder(String name, double slips, double doubts) {
    static final List<DemoCoder> ALL = List.of(
            new DemoCoder("Ida (demo)", .05, .01),
            new DemoCoder("Jona (demo)", .09, .03),
            new DemoCoder("Kim (demo)", .16, .02));

    static final String VARIABLE = "image_type";

    private static final String UNSURE = "unsure";
    private static final String NOT_CODABLE = "not_codable";

    /** What is taken for what. */
    private static final Map<String, String> NEIGHBOURS = Map.of(
            "collages", "campaign_material",
            "campaign_material", "collages",
            "political_events", "interviews_media",
            "interviews_media", "political_events",
            "individual_contact", "political_events",
            "social_media_moderation", "individual_contact");

    /** A code as it is stored; {@code value} is null unless it was coded. */
    record Said(long image, String value, String state) {
        static Said of(long image, String value) {
            return new Said(image, value, "coded");
        }
    }

    Said code(long image, Kind kind, SceneChance chance) {
        var truth = DrawnTypes.of(kind);
        if (chance.odds(doubts)) {
            return new Said(image, null, UNSURE);
        }
        if (truth.isEmpty()) {
            return chance.odds(slips) ? Said.of(image, "political_events") : new Said(image, null, NOT_CODABLE);
        }
        return Said.of(image, chance.odds(slips) ? NEIGHBOURS.get(truth.get()) : truth.get());
    }

    /** What an adjudicator who sees the drawing settles on. */
    static Said settled(long image, Kind kind) {
        return DrawnTypes.of(kind).map(type -> Said.of(image, type)).orElse(new Said(image, null, NOT_CODABLE));
    }
}
