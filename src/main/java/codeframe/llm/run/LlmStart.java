package codeframe.llm.run;

import codeframe.image.ImageFilter;
import codeframe.llm.ask.ConcurrencyLimit;
import codeframe.llm.ask.ContextWindowCheck;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.SilentCut;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.server.Connection;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServers;
import codeframe.run.Run;
import codeframe.run.RunControl;
import codeframe.run.RunOffers;
import codeframe.run.RunOrders;
import codeframe.run.RunPlan;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to a run by a model: what may be chosen, whether the choice holds, what a try gives, go. */
public final class LlmStart {
    private final Evidence evidence;
    private final RunOffers offers;
    private final RunOrders orders;
    private final RunControl control;
    private final Parts parts;
    private final SecureRandom random = new SecureRandom();

    /** What of this package it uses. */
    record Parts(
            LlmServers servers,
            LlmClients clients,
            RunTermsParser reader,
            RequestSetup.Source setups,
            LlmTrials trials,
            ExpectedInputs inputs,
            ConcurrencyLimit concurrency) {}

    LlmStart(Evidence evidence, RunOffers offers, RunOrders orders, RunControl control, Parts parts) {
        this.evidence = evidence;
        this.offers = offers;
        this.orders = orders;
        this.control = control;
        this.parts = parts;
    }

    /** {@code estimate} is empty when there are mistakes. */
    record Trial(LlmRunForm form, List<TrialResult> tried, Optional<PriceEstimate> estimate) {}

    /** {@code run} is empty when there are mistakes. */
    record Begun(LlmRunForm form, Optional<Run> run) {}

    LlmRunForm proposed(long project, ImageFilter filter) {
        var offer = offers.offer(project, evidence.kind(), filter);
        return LlmRunForm.proposed(offer, choices(project), filter)
                .asking(parts.reader().parts(project, offer.codebook(), evidence));
    }

    /** The run that an address says a new one is to be like. */
    Optional<Run> former(long project, String id) {
        return control.former(project, id, evidence.kind());
    }

    LlmRunForm typed(long project, ImageFilter filter, Context ctx) {
        var offer = offers.offer(project, evidence.kind(), filter);
        return LlmRunForm.typed(
                offer, choices(project), filter, parts.reader().parts(project, offer.codebook(), evidence), ctx);
    }

    private LlmRunForm.Choices choices(long project) {
        return new LlmRunForm.Choices(
                evidence,
                parts.servers().servers(project),
                evidence.isImage() ? List.of() : parts.reader().offers(project));
    }

    Evidence evidence() {
        return evidence;
    }

    Connection models(long project, String server) {
        var found = server.matches("\\d{1,18}")
                ? parts.servers().server(project, Long.parseLong(server))
                : Optional.<codeframe.llm.server.LlmServer>empty();
        return Connection.test(parts.clients(), found.orElseThrow(() -> new Problem.NotFound("server")));
    }

    /** @throws codeframe.run.CannotRun when the server refuses */
    Trial attempt(long project, LlmRunForm form) {
        var mistakes = new ArrayList<>(chosen(form));
        if (!form.obstacle().isEmpty()) {
            mistakes.add(new Problem.Mistake("", 0, form.obstacle()));
            return new Trial(form.with(mistakes), List.of(), Optional.empty());
        }
        var plan = plan(project, form);
        var reading =
                parts.reader().read(plan, form.offer().version().orElseThrow().number(), true);
        mistakes.addAll(reading.mistakes());
        if (!mistakes.isEmpty()) {
            return new Trial(form.with(mistakes), List.of(), Optional.empty());
        }
        var settled = LlmClassifier.with(plan, reading.terms().orElseThrow());
        var setup = parts.setups().of(settled, reading.terms().orElseThrow());
        var tooMuch = ContextWindowCheck.objection(setup);
        if (tooMuch.isPresent()) {
            mistakes.add(new Problem.Mistake("prompt", 0, tooMuch.get()));
            return new Trial(form.with(mistakes), List.of(), Optional.empty());
        }
        var tried = parts.trials().attempt(settled, form.filter());
        var estimate = PriceEstimate.of(
                setup,
                parts.inputs().of(setup, form.filter()),
                tried,
                parts.concurrency().width(setup.server()));
        var shown = form.tried(plan.seed(), estimate);
        return new Trial(
                cut(setup, tried)
                        .map(sentence -> shown.with(List.of(new Problem.Mistake("", 0, sentence))))
                        .orElse(shown),
                tried,
                Optional.of(estimate));
    }

    /** Whether the first question about every tried image was cut without a word. */
    private static Optional<String> cut(RequestSetup setup, List<TrialResult> tried) {
        var counts = tried.stream()
                .flatMap(one -> one.exchanges().stream().limit(1))
                .filter(one -> one.tokens() != null && one.tokens().reported())
                .map(one -> SilentCut.counted(one.tokens(), one.expected()))
                .toList();
        return SilentCut.warning(setup.askings().preview().get(0), counts);
    }

    private static List<Problem.Mistake> chosen(LlmRunForm form) {
        var found = new ArrayList<Problem.Mistake>();
        if (form.variables().stream()
                .noneMatch(key -> form.offer().codebook().variable(key).isPresent())) {
            found.add(new Problem.Mistake("variables", 0, "Choose at least one variable."));
        }
        if (!form.value("seed").matches("(-?\\d{1,18})?")) {
            found.add(new Problem.Mistake("seed", 0, "The seed is a whole number."));
        }
        return found;
    }

    /** As typed, or drawn. */
    long seed(LlmRunForm form) {
        return form.value("seed").matches("-?\\d{1,18}")
                ? Long.parseLong(form.value("seed"))
                : random.nextInt(1_000_000);
    }

    private RunPlan plan(long project, LlmRunForm form) {
        var termsForm = form.termsForm();
        long seed = seed(form);
        var plan = new RunPlan(
                project,
                evidence.kind(),
                termsForm.model(),
                form.offer().codebook(),
                termsForm.variables(),
                termsForm.parameters(),
                seed);
        return plan.judging(JudgedUnit.of(plan));
    }

    Begun start(long project, LlmRunForm form, long user) {
        if (!form.obstacle().isEmpty()) {
            return new Begun(form.with(List.of(new Problem.Mistake("", 0, form.obstacle()))), Optional.empty());
        }
        var mistakes = new ArrayList<>(chosen(form));
        mistakes.addAll(parts.reader()
                .read(plan(project, form), form.offer().version().orElseThrow().number(), false)
                .mistakes());
        if (!mistakes.isEmpty()) {
            return new Begun(form.with(mistakes), Optional.empty());
        }
        try {
            return begun(project, form, user);
        } catch (Problem.Invalid refused) {
            return new Begun(form.with(List.of(new Problem.Mistake("", 0, refused.getMessage()))), Optional.empty());
        }
    }

    private Begun begun(long project, LlmRunForm form, long user) {
        var reading = orders.read(project, form.termsForm());
        return reading.order()
                .map(order -> new Begun(form, Optional.of(control.start(order, user))))
                .orElseGet(() -> new Begun(form.with(reading.mistakes()), Optional.empty()));
    }
}
