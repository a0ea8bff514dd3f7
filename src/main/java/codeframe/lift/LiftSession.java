package codeframe.lift;

import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.db.Json;
import codeframe.run.Outcome;
import codeframe.run.Result;
import codeframe.run.RunImage;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lifts the codes of some units at a time. */
final class LiftSession implements Session {
    private static final int BATCH = 500;

    private final LiftRows rows;
    private final RunPlan plan;
    private final LiftRule rule;
    private final LiftSource source;
    private final long run;

    LiftSession(LiftRows rows, RunPlan plan, LiftRule rule, LiftSource source, long run) {
        this.rows = rows;
        this.plan = plan;
        this.rule = rule;
        this.source = source;
        this.run = run;
    }

    /** People code on, and a lift may be interrupted: it goes on by what they had said when it began. */
    void pin() {
        if (isOfPeople()) {
            rows.pin(plan, run, source.coder(), isScored());
        }
    }

    private boolean isOfPeople() {
        return source.starts() == null;
    }

    private boolean isScored() {
        return rule.method() == LiftMethod.MEAN_PROBABILITY;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Result> classify(List<RunImage> leads) {
        long begun = System.nanoTime();
        var ids = leads.stream().map(RunImage::id).toList();
        var members = rows.members(plan.project(), plan.unit().word(), ids);
        var units = new UnitImages(members, said(members));
        var results = new ArrayList<Result>();
        for (long lead : ids) {
            int ms = (int) ((System.nanoTime() - begun) / 1_000_000 / ids.size());
            results.add(result(lead, units, ms));
        }
        return results;
    }

    private List<LiftRows.Said> said(List<LiftRows.Member> members) {
        var images = members.stream().map(LiftRows.Member::image).distinct().toList();
        return isOfPeople()
                ? rows.pinned(run, images)
                : rows.said(plan.project(), source.coder(), images, plan.variables(), isScored());
    }

    private Result result(long lead, UnitImages units, int ms) {
        var codes = new ArrayList<Code>();
        var missing = new ArrayList<String>();
        long n = 0;
        for (var variable : plan.chosen()) {
            var images = units.of(lead, variable.key());
            n = images.size();
            new Lifting(rule, variable)
                    .of(images)
                    .ifPresentOrElse(
                            answer -> codes.addAll(codes(variable, answer, images)),
                            () -> missing.add(variable.label()));
        }
        if (missing.isEmpty()) {
            return Result.Done.coded(lead, codes, false, ms);
        }
        var sentence = "None of the images that the rule looks at, of " + NumberText.count(n, "image", "images")
                + (isOfPeople() ? ", had an answer of " : ", has an answer of ") + source.name() + " to "
                + String.join(", ", missing)
                + (isOfPeople() ? " when the lift began; a new one takes what was coded since." : ".");
        return codes.isEmpty()
                ? Result.Done.failed(lead, Outcome.NO_CODES, sentence)
                : new Result.Done(lead, Outcome.PARTLY_CODED, codes, sentence, false, ms, null);
    }

    private List<Code> codes(Variable variable, LiftedAnswer answer, List<ImageSaid> images) {
        var detail = detail(images);
        if (answer.values().isEmpty()) {
            return List.of(new Code(variable.key(), null, answer.state(), answer.confidence(), detail));
        }
        return answer.values().stream()
                .map(value -> new Code(variable.key(), value, CodeState.CODED, answer.confidence(), detail))
                .toList();
    }

    /** The rule and how many images said what; "no code" are those of which nothing was said. */
    private Json detail(List<ImageSaid> images) {
        Map<String, Long> counts = new TreeMap<>();
        for (var image : images) {
            if (image.answered()) {
                image.values().forEach(value -> counts.merge(value, 1L, Long::sum));
            } else {
                counts.merge(image.state() == null ? "no code" : image.state().word(), 1L, Long::sum);
            }
        }
        var detail = new LinkedHashMap<String, Object>();
        detail.put("rule", rule.name());
        detail.put("version", rule.version());
        detail.put("n_images", images.size());
        detail.put("counts", counts);
        return Json.of(detail);
    }
}
