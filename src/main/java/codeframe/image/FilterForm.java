package codeframe.image;

import codeframe.web.Choice;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The filter as selects, each value with the number of images it would leave. */
public record FilterForm(ImageFilter filter, List<Gallery.Facet> facets, long total) {

    public List<Choice> choices(String part, String all) {
        var choices = new ArrayList<>(List.of(new Choice("", all)));
        var values = new ArrayList<String>();
        for (var facet : facets) {
            if (facet.part().equals(part)) {
                choices.add(new Choice(facet.value(), "%s (%s)".formatted(facet.label(), NumberText.count(facet.n()))));
                values.add(facet.value());
            }
        }
        // A chosen value stays visible when nothing is left of it.
        String chosen = chosen(part);
        if (!chosen.isEmpty() && !values.contains(chosen)) {
            choices.add(new Choice(chosen, chosen + " (0)"));
        }
        return choices;
    }

    public boolean has(String part) {
        return facets.stream().anyMatch(facet -> facet.part().equals(part))
                || !chosen(part).isEmpty();
    }

    public String chosen(String part) {
        return switch (part) {
            case "account" -> filter.accounts().stream().findFirst().orElse("");
            case "kind" -> filter.kinds().stream().findFirst().orElse("");
            case "import" -> first(filter.imports());
            case "sample" -> first(filter.samples());
            case "selection" -> first(filter.selections());
            default ->
                filter.codes().stream()
                        .findFirst()
                        .map(ImageFilter.CodeIs::text)
                        .orElse("");
        };
    }

    private static String first(List<Long> numbers) {
        return numbers.stream().findFirst().map(String::valueOf).orElse("");
    }

    /** Values beyond those that the selects show, which hold one each: field and value. */
    public List<Choice> kept() {
        var kept = new ArrayList<Choice>();
        filter.accounts().stream().skip(1).forEach(value -> kept.add(new Choice("account", value)));
        filter.kinds().stream().skip(1).forEach(value -> kept.add(new Choice("kind", value)));
        filter.imports().stream().skip(1).forEach(value -> kept.add(new Choice("import", value.toString())));
        filter.samples().stream().skip(1).forEach(value -> kept.add(new Choice("sample", value.toString())));
        filter.selections().stream().skip(1).forEach(value -> kept.add(new Choice("selection", value.toString())));
        filter.codes().stream().skip(1).forEach(value -> kept.add(new Choice("code", value.text())));
        return kept;
    }
}
