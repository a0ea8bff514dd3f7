package codeframe.report.study;

import codeframe.codebook.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Tick boxes for the categories of a variable that are taken together: one row of boxes a group, and one to begin with. */
public record GroupChoices(Variable variable, List<CategoryGroup> groups) {
    /** A group and the categories that may be in it: those of no other group. */
    public record Offer(int number, String called, String usualName, List<Box> boxes) {
        public boolean begun() {
            return boxes.stream().anyMatch(Box::ticked);
        }
    }

    public record Box(String value, String label, boolean ticked) {}

    public static GroupChoices of(Variable variable, Recode recode) {
        return new GroupChoices(variable, recode.of(variable.key()).groups());
    }

    /** Of two categories nothing would be left to compare. */
    public boolean possible() {
        return !groups.isEmpty() || GroupReading.values(variable).size() > 2;
    }

    public String summary() {
        return groups.isEmpty() ? "each by itself" : groups.size() == 1 ? "1 group" : groups.size() + " groups";
    }

    public List<Offer> offers() {
        var offers = new ArrayList<Offer>();
        for (var group : groups) {
            offers.add(offer(offers.size() + 1, group.called(), group.name(), group.keys()));
        }
        if (groups.size() < GroupBoxes.MOST && free(List.of()).size() > 1) {
            offers.add(offer(offers.size() + 1, "", "", List.of()));
        }
        return offers;
    }

    private Offer offer(int number, String called, String usualName, List<String> ticked) {
        var boxes = free(ticked).stream()
                .map(key -> new Box(variable.key() + "." + key, label(key), ticked.contains(key)))
                .toList();
        return new Offer(number, called, usualName, boxes);
    }

    private String label(String key) {
        return groups.stream()
                .map(CategoryGroup::variable)
                .filter(known -> known.category(key).isPresent())
                .findFirst()
                .orElse(variable)
                .labelOf(key);
    }

    /** In no other group, in the order of the codebook; then what only earlier versions had. */
    private List<String> free(List<String> own) {
        var keys = new LinkedHashSet<>(GroupReading.values(variable));
        keys.addAll(own);
        groups.stream()
                .flatMap(group -> group.keys().stream())
                .filter(key -> !own.contains(key))
                .forEach(keys::remove);
        return List.copyOf(keys);
    }
}
