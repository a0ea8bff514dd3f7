package codeframe.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.codebook.Version;
import codeframe.image.ImageFilter;
import codeframe.web.Problem;
import java.util.EnumMap;
import java.util.Map;

/** Finds out what a new run of a project may choose from, and makes one of each kind the proposed one. */
public final class RunOffers {
    private final Classifiers classifiers;
    private final Codebooks codebooks;
    private final RunImages images;

    public RunOffers(Classifiers classifiers, Codebooks codebooks, RunImages images) {
        this.classifiers = classifiers;
        this.codebooks = codebooks;
        this.images = images;
    }

    /** @param kind empty for the first kind there is */
    public RunOffer offer(long project, String kind, ImageFilter filter) {
        var classifier = classifiers.all().stream()
                .filter(one -> kind.isEmpty() || one.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("kind of run"));
        var version = codebooks.latest(project);
        var codebook = version.map(Version::codebook).map(classifier::asked).orElseGet(() -> Codebook.blank(""));
        long all = images.count(project, UnitFrame.IMAGES, filter);
        var units = units(project, classifier, codebook, filter, all);
        return new RunOffer(classifier, version, codebook, all, units, unframed(project, units, filter));
    }

    private RunImages.Unframed unframed(long project, Map<Unit, Long> units, ImageFilter filter) {
        return units.getOrDefault(Unit.VIDEO, 0L) == 0 ? RunImages.Unframed.NONE : images.unframed(project, filter);
    }

    /** Images where no variable can be coded. */
    private Map<Unit, Long> units(
            long project, Classifier classifier, Codebook codebook, ImageFilter filter, long all) {
        var counts = new EnumMap<Unit, Long>(Unit.class);
        codebook.variables().stream()
                .filter(classifier::codes)
                .map(Variable::unit)
                .forEach(unit -> counts.computeIfAbsent(
                        unit, one -> one.several() ? images.count(project, UnitFrame.of(one), filter) : all));
        return counts.isEmpty() ? Map.of(Unit.IMAGE, all) : counts;
    }
}
