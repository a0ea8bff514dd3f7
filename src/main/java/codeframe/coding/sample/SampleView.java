package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.image.FilterWords;
import codeframe.image.ImageFilter;
import java.util.List;
import java.util.Optional;

/**
 * A sample as its page shows it to one person.
 *
 * @param others members who could code it too
 * @param remarks flags and notes of the coders, as far as this person may see them
 * @param variables what is coded, as the sample's version of the codebook words it
 * @param removed images that were drawn and are not in the project any more
 * @param again how much comes to its coders a second time
 * @param opening what opening it would freeze or has frozen; only for test samples
 */
public record SampleView(
        Sample sample,
        SampleProgress.Progress progress,
        List<SampleProgress.Coder> coders,
        List<SampleOffers.Person> others,
        List<Remarks.Remark> remarks,
        Optional<Opening> opening,
        List<Variable> variables,
        List<RemovedUnits.Unit> removed,
        Optional<SecondCodingPlan> again,
        List<SecondCodingPlans.Progress> secondCodings) {

    public Strata strata() {
        return sample.strata().as(Strata.class);
    }

    public String frame() {
        return FilterWords.of(sample.filter());
    }

    public String images() {
        return "/projects/" + sample.projectId() + "/images?"
                + ImageFilter.ofSample(sample.id()).toQuery();
    }

    /** How the images are shared out, in words. */
    public String sharing() {
        if (sample.codersEach() < 2) {
            return "one coder " + each();
        }
        long percent = Math.round(sample.overlap() * 100);
        return percent == 100
                ? sample.codersEach() + " coders " + each()
                : percent + " % by " + sample.codersEach() + " coders, the rest by one";
    }

    private String each() {
        return (sample.unit() == Unit.IMAGE ? "an " : "a ") + sample.unit().one();
    }

    /** Strata made of a machine's codes would tell coders what it said. */
    public boolean strataShown(boolean owner) {
        boolean tells = sample.sealed() || (progress.mine() && !sample.closed());
        return sample.entersEstimates() && (!strata().by().by().ofRun() || (owner && !tells));
    }
}
