package codeframe.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Codebooks;
import codeframe.codebook.Version;
import codeframe.image.ImageFilter;
import codeframe.web.Problem;

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
        return new RunOffer(classifier, version, codebook, images.count(project, UnitFrame.IMAGES, filter));
    }
}
