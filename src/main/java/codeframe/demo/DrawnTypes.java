package codeframe.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Which of the six image types a drawing is; empty for scenes of which they do not speak. */
final class DrawnTypes {
    private static final Map<Kind, String> TYPES = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.COLLAGE, "collages"),
            Map.entry(Kind.POSTER, "campaign_material"),
            Map.entry(Kind.FLYERS, "campaign_material"),
            Map.entry(Kind.RALLY, "political_events"),
            Map.entry(Kind.EMPTY_HALL, "political_events"),
            Map.entry(Kind.CONVENTION, "political_events"),
            Map.entry(Kind.LECTERN, "political_events"),
            Map.entry(Kind.HANDSHAKE, "individual_contact"),
            Map.entry(Kind.STREET_TALK, "individual_contact"),
            Map.entry(Kind.SELFIE, "individual_contact"),
            Map.entry(Kind.TV_STUDIO, "interviews_media"),
            Map.entry(Kind.PRESS_CONFERENCE, "interviews_media"),
            Map.entry(Kind.PORTRAIT, "social_media_moderation")));

    private DrawnTypes() {}

    static Optional<String> of(Kind kind) {
        return Optional.ofNullable(TYPES.get(kind));
    }
}
