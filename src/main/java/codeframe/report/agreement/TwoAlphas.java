package codeframe.report.agreement;

import codeframe.report.figures.FigureText;
import codeframe.report.study.Cluster;
import codeframe.report.study.OtherSide;
import codeframe.report.study.ReportedCoder;
import codeframe.statistics.agreement.AlphaDifference;
import codeframe.statistics.agreement.Difference;
import codeframe.statistics.agreement.Figure;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The α of a page and another one: their difference, this page's less the other, with limits and p.
 *
 * @param words what the other one rests on
 */
public record TwoAlphas(
        OtherSide asked,
        AgreementStudy.Line here,
        AgreementStudy.Line there,
        AlphaDifference found,
        Difference.Overlap overlap,
        Cluster cluster,
        List<String> words) {

    static TwoAlphas of(
            OtherSide asked,
            AgreementAnswers of,
            AgreementStudy.Line here,
            AgreementAnswers other,
            AgreementStudy.Line there) {
        var key = here.variable().key();
        var first = of.answers().get(key).images();
        var second = other.answers().get(key).images();
        var difference = Difference.of(
                here.report().variable().alpha(),
                first,
                there.report().variable().alpha(),
                second);
        var intervals = of.options().intervals();
        var found = AlphaDifference.of(
                here.report().alpha().figure(),
                there.report().alpha().figure(),
                of.drawn(difference, here.variable(), Difference.together(first, second), other),
                intervals.asked().replicates(),
                intervals.asked().seed());
        return new TwoAlphas(
                asked,
                here,
                there,
                found,
                difference.overlap(),
                of.clustering(here.variable()).cluster(),
                words(other, there));
    }

    private static List<String> words(AgreementAnswers other, AgreementStudy.Line there) {
        var key = there.variable().key();
        var words = new ArrayList<String>();
        words.add("There: " + other.coders().stream().map(ReportedCoder::name).collect(Collectors.joining(", ")) + ".");
        words.addAll(other.choices().of(key).words());
        words.addAll(other.leftOut().words());
        return there.variable().said(words, other.choices().names());
    }

    /** The images that count, here or there. */
    public long units() {
        return overlap.first() + overlap.second() + overlap.both();
    }

    /** What was found and how, as sentences. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        result().ifPresent(sentences::add);
        sentences.add(drawn());
        unsure().ifPresent(sentences::add);
        if (found.undefined() > 0) {
            sentences.add(NumberText.count(found.undefined(), "replicate", "replicates")
                    + " of the bootstrap had no difference, because one side had only one category left; the limits are"
                    + " those of the others.");
        }
        if (!levelHere().equals(levelThere())) {
            sentences.add("The level of measurement is " + levelHere() + " here and " + levelThere()
                    + " there: the two α do not measure the same.");
        }
        there.report().warnings(there.variable()::labelOf).forEach(warning -> sentences.add("There: " + warning));
        return here.variable().said(sentences);
    }

    private String levelHere() {
        return here.report().variable().levelWord();
    }

    private String levelThere() {
        return there.report().variable().levelWord();
    }

    private Optional<String> result() {
        if (found.figure().number().isEmpty() || found.p().isEmpty()) {
            return Optional.empty();
        }
        var p = NumberText.p(found.p().getAsDouble());
        double value = found.figure().number().getAsDouble();
        return Optional.of("α is " + NumberText.decimal(Math.abs(value), 3)
                + (value < 0 ? " lower" : " higher") + " here than there, 95 % interval of the difference "
                + FigureText.limits(found.figure()) + ", p " + (p.startsWith("<") ? p : "= " + p) + ".");
    }

    /** Whether units were paired. */
    private String drawn() {
        if (cluster != Cluster.IMAGE) {
            return "Limits of the difference draw " + cluster.title()
                    + ", with all that is coded of them on both sides.";
        }
        if (overlap.both() == 0) {
            return "No image is on both sides: each side was resampled by itself (independent).";
        }
        var both = NumberText.count(overlap.both(), "image is", "images are");
        return overlap.first() + overlap.second() == 0
                ? both + " on both sides and no other on either: they were resampled together (paired)."
                : both + " on both sides and resampled together (paired); "
                        + NumberText.count(overlap.first()) + " only here and " + NumberText.count(overlap.second())
                        + " only there, each resampled by themselves.";
    }

    private Optional<String> unsure() {
        if (!(found.figure() instanceof Figure.Estimate estimate) || found.p().isPresent()) {
            return Optional.empty();
        }
        if (estimate.interval().isPresent()) {
            return Optional.of("On one side no two codes differ, so there is nothing to resample there: the limits"
                    + " of the difference come from those of both α, and there is no p.");
        }
        return Optional.of("No interval and no p: there is nothing to resample. Where both sides have the same"
                + " codes their difference is 0 whatever images are drawn, and says nothing about others.");
    }
}
