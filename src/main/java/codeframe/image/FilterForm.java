package codeframe.image;

import codeframe.web.Choice;
import codeframe.web.ChoiceGroup;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The filter as selects, each value with the number of images it would leave; and how the wall is sorted and labelled.
 *
 * @param unsearchable why the words that are looked for in features find nothing, whatever the images; else empty
 */
public record FilterForm(
        Wall wall,
        List<Gallery.Facet> facets,
        List<CodedVariableRows.Coded> coded,
        Gallery.Counted total,
        String unsearchable) {

    private static final List<String> HAS_NO_SELECT = List.of("left");

    public ImageFilter filter() {
        return wall.filter();
    }

    public List<Choice> choices(String part, String all) {
        var choices = new ArrayList<>(List.of(new Choice("", all)));
        facets.stream().filter(facet -> facet.part().equals(part)).forEach(facet -> choices.add(choice(facet)));
        // A chosen value stays visible when nothing is left of it.
        String chosen = chosen(part);
        if (choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            choices.add(new Choice(chosen, chosen + " (0)"));
        }
        return choices;
    }

    private static Choice choice(Gallery.Facet facet) {
        // Frames are not counted on beyond that.
        boolean more = facet.part().equals("frames") && facet.n() > Gallery.COUNTED;
        var n = more ? "more than " + NumberText.count(Gallery.COUNTED) : NumberText.count(facet.n());
        return new Choice(facet.value(), "%s (%s)".formatted(facet.label(), n));
    }

    /** Values of a part by what they belong to. */
    public List<ChoiceGroup> groups(String part, String all) {
        Map<String, List<Choice>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>(List.of(new Choice("", all))));
        String chosen = chosen(part);
        boolean there = chosen.isEmpty();
        for (var facet : facets) {
            if (facet.part().equals(part)) {
                groups.computeIfAbsent(facet.of(), none -> new ArrayList<>()).add(choice(facet));
                there |= facet.value().equals(chosen);
            }
        }
        if (!there) {
            groups.get("").add(new Choice(chosen, chosen + " (0)"));
        }
        return groups.entrySet().stream()
                .map(group -> new ChoiceGroup(group.getKey(), group.getValue()))
                .toList();
    }

    public List<ChoiceGroup> orders() {
        return choices().orders();
    }

    public List<ChoiceGroup> shown() {
        return choices().shown();
    }

    /** Variables in which coders may differ; empty where one coder has coded at most. */
    public List<Choice> variables() {
        return choices().variables();
    }

    public List<Choice> coders() {
        return choices().coders();
    }

    public boolean between(Choice coder) {
        return filter().differing().coders().contains(Long.valueOf(coder.value()));
    }

    private WallChoices choices() {
        return new WallChoices(
                wall,
                coded,
                facets.stream().filter(one -> one.part().equals("seen_in")).toList());
    }

    public boolean has(String part) {
        return facets.stream().anyMatch(facet -> facet.part().equals(part))
                || !chosen(part).isEmpty();
    }

    public String chosen(String part) {
        return values(part).stream().findFirst().orElse("");
    }

    /** Values beyond those that the selects show, which hold one each: field and value. */
    public List<Choice> kept() {
        return List.of("account", "kind", "import", "sample", "selection", "code", "split", "left").stream()
                .flatMap(part -> values(part).stream()
                        .skip(HAS_NO_SELECT.contains(part) ? 0 : 1)
                        .map(value -> new Choice(part, value)))
                .toList();
    }

    private List<String> values(String part) {
        return FilterQuery.of(filter().toQuery()).texts(part);
    }
}
