package codeframe.llm.ask;

import codeframe.feature.telling.FeatureTelling;
import codeframe.run.Outcome;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;

/** Makes ready what is sent about images: the images, with their posts where that is chosen, whole posts
 * and videos, or features. */
public record SentContents(SentImages images, PostTelling posts, UnitTelling units, FeatureTelling features) {
    public AskedImage asked(RunImage image, RunPlan plan, RunTerms terms) {
        return terms.features() == null
                ? new AskedImage(
                        image, () -> shown(image, plan, terms), shot -> images.shot(plan.project(), shot, terms))
                : new AskedImage(
                        image,
                        () -> told(image.id(), plan, terms),
                        shot -> new SentFeatures(features.of(plan.project(), shot, terms.features())
                                .json()));
    }

    private SentContent shown(RunImage image, RunPlan plan, RunTerms terms) {
        if (plan.unit().several()) {
            return units.of(plan, image, terms);
        }
        return terms.post().asks() ? posts.of(plan.project(), image, terms) : images.of(image.sha256(), terms);
    }

    private SentContent told(long image, RunPlan plan, RunTerms terms) {
        var told = features.of(plan.project(), image, terms.features());
        if (told.isEmpty()) {
            throw new ImageFailed(Outcome.NO_FEATURES, told.sentence());
        }
        return new SentFeatures(told.json());
    }
}
