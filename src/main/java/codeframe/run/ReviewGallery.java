package codeframe.run;

import codeframe.codebook.Variable;
import java.util.List;
import java.util.stream.Stream;

/** A page of the images that a run gave one value. */
public record ReviewGallery(
        Run run,
        Variable variable,
        List<RunCodes.Count> counts,
        String value,
        RunCodes.Order order,
        List<RunCodes.Shown> images,
        boolean more) {

    public String path() {
        return "/projects/" + run.projectId() + "/runs/" + run.id() + "/review/" + variable.key();
    }

    public String path(String other, RunCodes.Order by) {
        return path() + "?value=" + codeframe.web.Links.encode(other) + "&order=" + by.word();
    }

    public String nextPath() {
        return more
                ? path(value, order) + "&after=" + images.get(images.size() - 1).place()
                : null;
    }

    public long n(String other) {
        return counts.stream()
                .filter(count -> other.equals(count.value()))
                .mapToLong(RunCodes.Count::n)
                .sum();
    }

    /** Codes without a value, such as unsure. */
    public List<RunCodes.Count> without() {
        return counts.stream().filter(count -> count.value() == null).toList();
    }

    /** The codebook's values, and what else occurs in the codes. */
    public List<String> values() {
        var known = variable.values();
        var others = counts.stream()
                .map(RunCodes.Count::value)
                .filter(other -> other != null && !known.contains(other))
                .sorted();
        return Stream.concat(known.stream(), others).toList();
    }
}
