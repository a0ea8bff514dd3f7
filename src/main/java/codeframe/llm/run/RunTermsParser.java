package codeframe.llm.run;

import codeframe.codebook.Codebook;
import codeframe.feature.telling.FeatureOffers;
import codeframe.feature.telling.FeatureTelling;
import codeframe.feature.telling.FeatureTerms;
import codeframe.llm.ask.PostTerms;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.example.PromptExamples;
import codeframe.llm.price.Prices;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.prompt.PartChecks;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.RunPrompt;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.RequestHabits;
import codeframe.run.RunPlan;
import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes terms of a request, or says everything that is wrong with it before anything is spent. */
final class RunTermsParser {
    static final int MOST_SAMPLES = 15;

    /** Of all pictures of a request together, where an image does not go alone. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int MOST_EXAMPLES = 12;

    private final LlmServers servers;
    private final LlmClients clients;
    private final Prices prices;
    private final RequestHabits habits;
    private final PromptEdits prompts;
    private final PromptExamples examples;
    private final Features features;
    private final Clock clock;

    /** The features of projects, for runs that judge by them. */
    record Features(FeatureOffers offers, FeatureTelling telling) {}

    RunTermsParser(
            LlmServers servers,
            RequestHabits habits,
            LlmClients clients,
            Prices prices,
            PromptEdits prompts,
            PromptExamples examples,
            Features features,
            Clock clock) {
        this.servers = servers;
        this.habits = habits;
        this.clients = clients;
        this.prices = prices;
        this.prompts = prompts;
        this.examples = examples;
        this.features = features;
        this.clock = clock;
    }

    /** {@code terms} is empty exactly when there are mistakes. */
    record Reading(Optional<RunTerms> terms, List<Problem.Mistake> mistakes) {}

    /**
     * @param version number of the codebook
     * @param trying whether it is for a try on a few images, which needs no cap
     */
    Reading read(RunPlan plan, int version, boolean trying) {
        var evidence = Evidence.ofKind(plan.kind());
        var termsForm = new RunTermsForm(plan.parameters().tree(), evidence);
        var server = server(plan.project(), termsForm);
        checkModel(plan, server, termsForm);
        var free = server.flatMap(one -> prices.price(one.id(), plan.model(), LocalDate.now(clock)))
                .map(price -> price.isFree())
                .orElse(false);
        var cap = cap(termsForm, trying || free);
        var options = termsForm.options();
        if (options.examples().size() > MOST_EXAMPLES) {
            termsForm.wrong("examples", "At most " + MOST_EXAMPLES + " examples are shown.");
        }
        var parts = parts(plan, termsForm);
        var post = evidence == Evidence.IMAGE ? termsForm.post() : PostTerms.NOTHING;
        int edge = termsForm.whole("edge", RunTermsForm.EDGE, 64, 4096);
        int unitPictures = unitPictures(plan, post, termsForm);
        checkSize(edge, post.pictures(), termsForm);
        checkUnitSize(edge, unitPictures, termsForm);
        checkPrompt(plan.codebook(), termsForm, PartChecks.mistakes(parts, plan.codebook()));
        var prompt = RunPrompt.of(parts, options, version, examples.chosen(plan.project(), options.examples()));
        var terms = new RunTerms(
                server.map(LlmServer::id).orElse(0L),
                termsForm.detail(),
                edge,
                termsForm.format(),
                termsForm.temperature(),
                termsForm.whole("max_tokens", RunTermsForm.MAX_TOKENS, 16, 32_000),
                termsForm.whole("samples", 1, 1, MOST_SAMPLES),
                termsForm.flag("batch", false),
                cap,
                termsForm.dollars("estimate_low"),
                termsForm.dollars("estimate_high"),
                options.examples(),
                prompt,
                server.map(one -> habits.of(plan.project(), one.id(), plan.model()))
                        .orElse(List.of()),
                List.of(),
                termsForm.requestFields(),
                post,
                unitPictures,
                evidence.isImage() ? null : told(plan, termsForm));
        return new Reading(
                termsForm.mistakes().isEmpty() ? Optional.of(terms) : Optional.empty(), termsForm.mistakes());
    }

    /** The project's prompt, with what is rewritten for this run, in the words that are asked for. */
    private PromptParts parts(RunPlan plan, RunTermsForm termsForm) {
        var parts = parts(plan.project(), plan.codebook(), Evidence.ofKind(plan.kind()));
        return parts.with(termsForm.parts(parts)).phrased(plan.codebook(), termsForm.phrasing());
    }

    PromptParts parts(long project, Codebook codebook, Evidence evidence) {
        return prompts.parts(project, codebook, evidence);
    }

    private FeatureTerms told(RunPlan plan, RunTermsForm termsForm) {
        var terms =
                new FeatureTermsForm(plan.parameters().tree(), features.offers().of(plan.project()), termsForm).read();
        features.telling()
                .objection(plan.project(), terms)
                .ifPresent(sentence -> termsForm.wrong("features", sentence));
        return terms;
    }

    /** Why what a run tells can not be told now; nothing where it sends the image. */
    Optional<String> objection(long project, RunTerms terms) {
        return Optional.ofNullable(terms.features())
                .flatMap(told -> features.telling().objection(project, told));
    }

    List<FeatureOffers.Offer> offers(long project) {
        return features.offers().of(project);
    }

    private static void checkPrompt(Codebook codebook, RunTermsForm termsForm, List<String> mistakes) {
        if (codebook.variables().isEmpty()) {
            termsForm.wrong("variables", "The codebook has no variables, so there is nothing to ask.");
        }
        mistakes.forEach(sentence -> termsForm.wrong("prompt", sentence));
    }

    /** 0 where images are judged one by one. */
    private static int unitPictures(RunPlan plan, PostTerms post, RunTermsForm termsForm) {
        JudgedUnit.mistake(plan).ifPresent(sentence -> termsForm.wrong("unit", sentence));
        var unit = JudgedUnit.of(plan);
        if (!unit.several()) {
            return 0;
        }
        if (post.pictures() > 0) {
            termsForm.wrong(
                    "post_pictures",
                    "A run over " + unit.many() + " sends the pictures of each anyway: leave this at 0.");
        }
        if (!termsForm.options().examples().isEmpty()) {
            termsForm.wrong("examples", "Examples are single images; a run over " + unit.many() + " is shown none.");
        }
        return termsForm.whole("unit_pictures", RunTermsForm.UNIT_PICTURES, 1, RunTermsForm.MOST_UNIT_PICTURES);
    }

    private static void checkUnitSize(int edge, int pictures, RunTermsForm termsForm) {
        long square = (long) edge * edge;
        if (pictures > 1 && pictures * square > MOST_PIXELS) {
            termsForm.wrong(
                    "unit_pictures",
                    "So many pictures of " + NumberText.count(edge)
                            + " pixels are too much for one request: with this longest edge at most "
                            + NumberText.count(Math.max(1, MOST_PIXELS / square))
                            + " can be sent, and with so many a longest edge of at most "
                            + NumberText.count((long) Math.sqrt((double) MOST_PIXELS / pictures)) + ".");
        }
    }

    /** Several requests are made ready at the same time, each with all of its pictures. */
    private static void checkSize(int edge, int others, RunTermsForm termsForm) {
        long square = (long) edge * edge;
        if (others > 0 && (others + 1) * square > MOST_PIXELS) {
            termsForm.wrong(
                    "post_pictures",
                    "So many pictures of " + NumberText.count(edge)
                            + " pixels are too much for one request: with this longest edge"
                            + " at most " + NumberText.count(MOST_PIXELS / square - 1, "other", "others")
                            + " can be sent, and with so many others a longest edge of at most "
                            + NumberText.count((long) Math.sqrt(MOST_PIXELS / (others + 1.0))) + ".");
        }
    }

    /** By number, or by the name that the project gave it. */
    private Optional<LlmServer> server(long project, RunTermsForm termsForm) {
        var typed = termsForm.text("server");
        var all = servers.servers(project);
        var found = all.stream()
                .filter(one -> typed.equals(Long.toString(one.id())) || typed.equalsIgnoreCase(one.name()))
                .findFirst();
        if (found.isEmpty()) {
            termsForm.wrong(
                    "server",
                    all.isEmpty()
                            ? "This project has no LLM server yet. An owner adds one on the settings page."
                            : "Choose a server: "
                                    + String.join(
                                            ", ",
                                            all.stream().map(LlmServer::name).toList()) + ".");
        }
        return found;
    }

    private void checkModel(RunPlan plan, Optional<LlmServer> server, RunTermsForm termsForm) {
        if (plan.model().isEmpty() || plan.model().length() > 200) {
            termsForm.wrong("model", "Name the model as the server lists it.");
        } else if (server.isPresent()) {
            if (prices.price(server.get().id(), plan.model(), LocalDate.now(clock))
                    .isEmpty()) {
                termsForm.wrong(
                        "model",
                        "The price of " + plan.model() + " on " + server.get().name()
                                + " is not known. Type it on the server's price list first; 0 for a model of your own.");
            }
            clients.objection(server.get()).ifPresent(sentence -> termsForm.wrong("server", sentence));
        }
    }

    private static BigDecimal cap(RunTermsForm termsForm, boolean mayBeAbsent) {
        var cap = termsForm.dollars("cap");
        if (cap == null
                && !mayBeAbsent
                && termsForm.mistakes().stream().noneMatch(m -> m.key().equals("cap"))) {
            termsForm.wrong("cap", "Say how much the run may cost at most. “Try on 5” proposes an amount.");
        } else if (cap != null && cap.signum() == 0 && !mayBeAbsent) {
            termsForm.wrong("cap", "With a cap of 0 nothing could be asked. Say how much the run may cost at most.");
        }
        return cap == null ? BigDecimal.ZERO : cap;
    }
}
