package codeframe.run;

import codeframe.codebook.Variable;
import codeframe.web.Links;
import codeframe.web.plot.Bar;
import java.util.ArrayList;
import java.util.List;

/** How often a run gave which value of a variable; each count leads to its images. */
public record ValueCounts(Variable variable, List<Bar> bars) {
    public static ValueCounts of(Run run, Variable variable, List<RunCodes.Count> counts) {
        var gallery = new ReviewGallery(run, variable, counts, "", RunCodes.Order.DOUBTFUL, List.of(), false);
        var bars = new ArrayList<Bar>();
        for (var value : gallery.values()) {
            var path = gallery.path() + "?value=" + Links.encode(value);
            bars.add(new Bar(variable.labelOf(value), gallery.n(value), path));
        }
        gallery.without().forEach(count -> bars.add(new Bar(count.state().replace('_', ' '), count.n())));
        return new ValueCounts(variable, bars);
    }
}
