package codeframe.lift;

import codeframe.codebook.Unit;
import codeframe.db.Json;
import codeframe.web.Word;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;

/** What was chosen for a lift beside rule and variables: whose codes, and of what unit the new ones are. */
record LiftTerms(long source, Unit unit) {
    private static final Set<String> NAMES = Set.of("source", "unit");

    /** @param mistake what cannot be read, as a sentence */
    record Reading(LiftTerms terms, Optional<String> mistake) {}

    static LiftTerms of(Json parameters) {
        return read(parameters).terms();
    }

    static Reading read(Json parameters) {
        var tree = parameters.tree();
        var source = tree.path("source").isObject() ? tree.path("source").path("coder") : tree.path("source");
        var unit = Word.named(Unit.values(), tree.path("unit").asText("")).filter(Unit::several);
        var terms = new LiftTerms(source.asLong(0), unit.orElse(Unit.POST));
        var names = tree.fieldNames();
        while (names.hasNext()) {
            var name = names.next();
            if (!NAMES.contains(name)) {
                return new Reading(
                        terms, Optional.of("A lift knows nothing of \"" + name + "\"; it takes source and unit."));
            }
        }
        if (unit.isEmpty()) {
            return new Reading(terms, Optional.of("Codes are lifted to posts or videos: \"unit\" is post or video."));
        }
        return new Reading(
                terms,
                source.asText("").matches("\\d{1,18}")
                        ? Optional.empty()
                        : Optional.of("Choose the coder whose codes are lifted: \"source\" is its number."));
    }

    static LiftSource pinned(Json parameters) {
        return new Json(parameters.tree().path("source").toString()).as(LiftSource.class);
    }

    /** As it was when the lift began. */
    static LiftRule rule(Json parameters) {
        return new Json(parameters.tree().path("rule").toString()).as(LiftRule.class);
    }

    /** As it is kept with the run. */
    Json with(LiftSource pinned, LiftRule rule) {
        var kept = new LinkedHashMap<String, Object>();
        kept.put("source", pinned);
        kept.put("unit", unit.word());
        kept.put("rule", rule);
        return Json.of(kept);
    }
}
