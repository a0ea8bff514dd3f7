package codeframe.coding.intake;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Under which image an answer about the image of a file is kept: itself, or the lead of its post or video. */
final class UnitLeads {
    private final Map<Unit, Map<Long, Set<Long>>> leads = new EnumMap<>(Unit.class);
    private final Set<Long> videos = new TreeSet<>();

    UnitLeads(List<HumanCodes.Led> led) {
        for (var one : led) {
            leads.computeIfAbsent(one.unit(), unit -> new HashMap<>())
                    .computeIfAbsent(one.image(), image -> new TreeSet<>())
                    .add(one.lead());
            if (one.unit() == Unit.VIDEO) {
                videos.add(one.lead());
            }
        }
    }

    /** @param named the image as the file calls it */
    long of(long image, Variable variable, String named) throws ImportedAnswers.Refused {
        if (!variable.unit().several()) {
            return picture(image, variable, named);
        }
        var found = leads.getOrDefault(variable.unit(), Map.of()).getOrDefault(image, Set.of());
        if (found.size() == 1) {
            return found.iterator().next();
        }
        throw new ImportedAnswers.Refused(
                found.isEmpty()
                        ? "\"%s\" belongs to no %s, and %s is asked of %s."
                                .formatted(
                                        named,
                                        variable.unit().one(),
                                        variable.key(),
                                        variable.unit().many())
                        : "\"%s\" is shown by %s; name an image that only one of them shows, for %s."
                                .formatted(named, variable.unit().count(found.size()), variable.key()));
    }

    private long picture(long image, Variable variable, String named) throws ImportedAnswers.Refused {
        if (videos.contains(image)) {
            throw new ImportedAnswers.Refused("\"%s\" is a video, and %s is asked of images; name one of its frames."
                    .formatted(named, variable.key()));
        }
        return image;
    }
}
