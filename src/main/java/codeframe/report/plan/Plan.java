package codeframe.report.plan;

import codeframe.codebook.Unit;
import codeframe.report.figures.AgreementReport;
import codeframe.statistics.agreement.Figure;
import codeframe.statistics.prevalence.SampleSize;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/** How many images agreement and validation take, from assumptions and from a pilot. */
final class Plan {
    private static final double[] LINES = {0.667, 0.8};

    private final PlanForm form;

    Plan(PlanForm form) {
        this.form = form;
    }

    /** Nothing of a form that is not right. */
    List<Planned> assumed() {
        var share = form.share();
        var width = form.alphaWidth();
        var alpha = form.alpha();
        var confusion = form.confusion();
        var f1Width = form.f1Width();
        var prevalenceWidth = form.prevalenceWidth();
        if (!form.isRight()) {
            return List.of();
        }
        var plans = new ArrayList<Planned>();
        var coders = "two coders, rarest category " + NumberText.percent(share);
        for (double line : LINES) {
            plans.add(
                    Planned.of("alpha_above_" + word(line), above(line), coders, SampleSize.krippendorff(line, share)));
        }
        plans.add(Planned.of(
                "alpha_width",
                within(width),
                coders + ", α = " + NumberText.decimal(alpha, 3),
                SampleSize.alpha(alpha, share, width)));
        var machine = "sensitivity " + NumberText.percent(confusion.sensitivity()) + ", specificity "
                + NumberText.percent(confusion.specificity()) + ", prevalence "
                + NumberText.percent(confusion.prevalence());
        plans.add(Planned.of(
                "f1",
                "F1 within ± " + NumberText.percent(f1Width),
                machine + ", so F1 = " + NumberText.decimal(confusion.f1(), 3),
                confusion.unitsForF1(f1Width)));
        plans.add(Planned.of(
                "prevalence",
                "Corrected prevalence within ± " + NumberText.percent(prevalenceWidth),
                machine,
                confusion.unitsForPrevalence(prevalenceWidth)));
        return plans;
    }

    /** From the α of a pilot and its standard error, which shrinks with the root of the units. */
    List<Planned> piloted(Unit unit, AgreementReport pilot) {
        double width = form.alphaWidth();
        long n = pilot.pairable().units();
        var rests = "the pilot, " + unit.count(n) + " coded twice or more";
        if (!(pilot.alpha().figure() instanceof Figure.Estimate found)) {
            var reason = ((Figure.Undefined) pilot.alpha().figure()).reason();
            return List.of(Planned.none("pilot", "α of the pilot", rests, "there is no α: " + reason));
        }
        if (found.se().isEmpty()) {
            return List.of(Planned.none(
                    "pilot", "α of the pilot", rests, "nothing varies in it, so it does not tell how far α varies"));
        }
        double se = found.se().getAsDouble();
        rests += ", α = " + NumberText.decimal(found.value(), 3) + ", SE " + NumberText.decimal(se, 3);
        var plans = new ArrayList<Planned>();
        plans.add(Planned.of("pilot_alpha_width", within(width), rests, SampleSize.fromPilot((double) n, se, width)));
        for (double line : LINES) {
            var key = "pilot_alpha_above_" + word(line);
            plans.add(
                    found.value() > line
                            ? Planned.of(key, above(line), rests, SampleSize.above((double) n, se, found.value(), line))
                            : Planned.none(
                                    key,
                                    above(line),
                                    rests,
                                    "the pilot's α is not above it: no number of them shows that it is, so change"
                                            + " the codebook or train first"));
        }
        return plans;
    }

    private static String word(double line) {
        return NumberText.decimal(line, 3).substring(2);
    }

    private static String above(double line) {
        return "α above ." + word(line) + " with 95 % certainty";
    }

    private static String within(double width) {
        return "α within ± " + NumberText.decimal(width, 3);
    }
}
