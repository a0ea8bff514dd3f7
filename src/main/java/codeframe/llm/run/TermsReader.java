package codeframe.llm.run;

import codeframe.codebook.Codebook;
import codeframe.llm.example.Examples;
import codeframe.llm.price.Prices;
import codeframe.llm.prompt.PartChecks;
import codeframe.llm.prompt.PromptEdits;
import codeframe.llm.prompt.PromptParts;
import codeframe.llm.prompt.RunPrompt;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.LlmServers;
import codeframe.run.Plan;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Makes terms of a wish, or says everything that is wrong with it before anything is spent. */
final class TermsReader {
    static final int MOST_SAMPLES = 15;
    private static final int MOST_EXAMPLES = 12;

    private final LlmServers servers;
    private final LlmClients clients;
    private final Prices prices;
    private final PromptEdits prompts;
    private final Examples examples;
    private final Clock clock;

    TermsReader(
            LlmServers servers,
            LlmClients clients,
            Prices prices,
            PromptEdits prompts,
            Examples examples,
            Clock clock) {
        this.servers = servers;
        this.clients = clients;
        this.prices = prices;
        this.prompts = prompts;
        this.examples = examples;
        this.clock = clock;
    }

    /** {@code terms} is empty exactly when there are mistakes. */
    record Reading(Optional<Terms> terms, List<Problem.Mistake> mistakes) {}

    /**
     * @param version number of the codebook
     * @param trying whether it is for a try on a few images, which needs no cap
     */
    Reading read(Plan plan, int version, boolean trying) {
        var wish = new Wish(plan.parameters().tree());
        var server = server(plan.project(), wish);
        checkModel(plan, server, wish);
        var free = server.flatMap(one -> prices.price(one.id(), plan.model(), LocalDate.now(clock)))
                .map(price -> price.isFree())
                .orElse(false);
        var cap = cap(wish, trying || free);
        var options = wish.options();
        if (options.examples().size() > MOST_EXAMPLES) {
            wish.wrong("examples", "At most " + MOST_EXAMPLES + " examples are shown.");
        }
        var parts = parts(plan, wish);
        checkPrompt(plan.codebook(), wish, PartChecks.mistakes(parts, plan.codebook()));
        var prompt = RunPrompt.of(parts, options, version, examples.chosen(plan.project(), options.examples()));
        var terms = new Terms(
                server.map(LlmServer::id).orElse(0L),
                wish.detail(),
                wish.whole("edge", Wish.EDGE, 64, 4096),
                wish.format(),
                wish.temperature(),
                wish.whole("max_tokens", Wish.MAX_TOKENS, 16, 32_000),
                wish.whole("samples", 1, 1, MOST_SAMPLES),
                wish.flag("batch", false),
                cap,
                wish.dollars("estimate_low"),
                wish.dollars("estimate_high"),
                options.examples(),
                prompt);
        return new Reading(wish.mistakes().isEmpty() ? Optional.of(terms) : Optional.empty(), wish.mistakes());
    }

    /** The project's prompt, with what is rewritten for this run, in the words that are asked for. */
    private PromptParts parts(Plan plan, Wish wish) {
        var parts = parts(plan.project(), plan.codebook());
        return parts.with(wish.parts(parts)).phrased(plan.codebook(), wish.phrasing());
    }

    PromptParts parts(long project, Codebook codebook) {
        return prompts.parts(project, codebook);
    }

    private static void checkPrompt(Codebook codebook, Wish wish, List<String> mistakes) {
        if (codebook.variables().isEmpty()) {
            wish.wrong("variables", "The codebook has no variables, so there is nothing to ask.");
        }
        mistakes.forEach(sentence -> wish.wrong("prompt", sentence));
    }

    /** By number, or by the name that the project gave it. */
    private Optional<LlmServer> server(long project, Wish wish) {
        var typed = wish.text("server");
        var all = servers.servers(project);
        var found = all.stream()
                .filter(one -> typed.equals(Long.toString(one.id())) || typed.equalsIgnoreCase(one.name()))
                .findFirst();
        if (found.isEmpty()) {
            wish.wrong(
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

    private void checkModel(Plan plan, Optional<LlmServer> server, Wish wish) {
        if (plan.model().isEmpty() || plan.model().length() > 200) {
            wish.wrong("model", "Name the model as the server lists it.");
        } else if (server.isPresent()) {
            if (prices.price(server.get().id(), plan.model(), LocalDate.now(clock))
                    .isEmpty()) {
                wish.wrong(
                        "model",
                        "The price of " + plan.model() + " on " + server.get().name()
                                + " is not known. Type it on the server's price list first; 0 for a model of your own.");
            }
            clients.objection(server.get()).ifPresent(sentence -> wish.wrong("server", sentence));
        }
    }

    private static BigDecimal cap(Wish wish, boolean mayBeAbsent) {
        var cap = wish.dollars("cap");
        if (cap == null
                && !mayBeAbsent
                && wish.mistakes().stream().noneMatch(m -> m.key().equals("cap"))) {
            wish.wrong("cap", "Say how much the run may cost at most. “Try on 5” proposes an amount.");
        } else if (cap != null && cap.signum() == 0 && !mayBeAbsent) {
            wish.wrong("cap", "With a cap of 0 nothing could be asked. Say how much the run may cost at most.");
        }
        return cap == null ? BigDecimal.ZERO : cap;
    }
}
