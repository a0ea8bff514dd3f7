package codeframe.removal;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes with some images: said before, and kept with the removal. */
public record Hanging(long images, List<OfCoder> coders, List<OfSample> samples, Rest rest) {
    /** A person, a run, gold, or somebody whose codes were imported. */
    public record OfCoder(String kind, String name, long codings) {}

    public record OfSample(long id, String name, long images) {}

    /**
     * All else.
     *
     * @param waiting images that runs have not come to yet
     * @param judged looks at a run's results
     */
    public record Rest(long waiting, long examples, long selections, long judged, long features, long bytes) {}

    static Hanging of(HangingRows rows, long project, List<Long> images) {
        return new Hanging(
                images.size(), rows.coders(project, images), rows.samples(project, images), rows.rest(project, images));
    }

    public boolean nothing() {
        return coders.isEmpty() && samples.isEmpty() && rest.waiting + rest.examples + rest.selections == 0;
    }

    private long codings(String... kinds) {
        return coders.stream()
                .filter(coder -> Arrays.asList(kinds).contains(coder.kind))
                .mapToLong(OfCoder::codings)
                .sum();
    }

    private long units() {
        return samples.stream().mapToLong(OfSample::images).sum();
    }

    /** As a form carries it: that what is agreed to is what happens. */
    public String numbers() {
        return Stream.of(images, codings("person", "imported"), codings("run"), codings("gold"), units())
                .map(String::valueOf)
                .collect(Collectors.joining("-"));
    }

    /** Whether more would go than was said; numbers that cannot be read said nothing. */
    boolean moreThan(String said) {
        var before = said.split("-", -1);
        var now = numbers().split("-", -1);
        for (int i = 0; i < now.length; i++) {
            if (i >= before.length
                    || !before[i].matches("\\d{1,18}")
                    || Long.parseLong(now[i]) > Long.parseLong(before[i])) {
                return true;
            }
        }
        return false;
    }

    public List<String> sentences() {
        var said = new ArrayList<String>();
        add(said, codings("person", "imported"), "coding by people", "codings by people", named("person", "imported"));
        add(said, codings("run"), "coding of runs", "codings of runs", named("run"));
        add(said, codings("gold"), "image with gold", "images with gold", "");
        add(
                said,
                units(),
                "place in samples",
                "places in samples",
                list(samples.stream()
                        .map(sample -> sample.name + " (" + NumberText.count(sample.images) + ")")
                        .toList()));
        add(said, rest.waiting, "image that a run has not come to yet", "images that runs have not come to yet", "");
        add(said, rest.judged, "look at a result of a run", "looks at results of runs", "");
        add(said, rest.features, "feature that a tool saw", "features that tools saw", "");
        add(said, rest.examples, "example for people or models", "examples for people or models", "");
        add(
                said,
                rest.selections,
                "saved selection that has less in it",
                "saved selections that have less in them",
                "");
        return said;
    }

    private static void add(List<String> said, long n, String one, String many, String names) {
        if (n > 0) {
            said.add(NumberText.count(n, one, many) + (names.isEmpty() ? "" : ": " + names));
        }
    }

    private String named(String... kinds) {
        return list(coders.stream()
                .filter(coder -> Arrays.asList(kinds).contains(coder.kind))
                .map(coder -> coder.name + " (" + NumberText.count(coder.codings) + ")")
                .toList());
    }

    private static String list(List<String> names) {
        int most = 8;
        return String.join(", ", names.subList(0, Math.min(most, names.size())))
                + (names.size() > most ? " and " + NumberText.count(names.size() - most) + " more" : "");
    }
}
