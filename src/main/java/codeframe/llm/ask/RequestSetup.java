package codeframe.llm.ask;

import codeframe.llm.price.Answered;
import codeframe.llm.price.Prices;
import codeframe.llm.prompt.Asking;
import codeframe.llm.prompt.Askings;
import codeframe.llm.server.LlmClient;
import codeframe.llm.server.LlmClients;
import codeframe.llm.server.LlmServer;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.RequestHabits;
import codeframe.llm.server.TransportError;
import codeframe.run.CannotRun;
import codeframe.run.RunPlan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;

/** What all requests of a plan have in common. */
public record RequestSetup(
        RunPlan plan,
        RunTerms terms,
        LlmServer server,
        LlmClient client,
        Tariff tariff,
        Askings askings,
        RequestShape shape) {

    /** Further apart than the seeds of the samples of one question. */
    private static final long AGAIN = 1000;

    /** Where setups come from. */
    public record Source(
            LlmServers servers,
            RequestHabits habits,
            LlmClients clients,
            Prices prices,
            Answered answered,
            Clock clock) {

        /** @throws CannotRun when the server or its price is gone, or images may not go there */
        public RequestSetup of(RunPlan plan, RunTerms terms) {
            var server = servers.server(plan.project(), terms.server())
                    .orElseThrow(() -> new CannotRun("The run's server was removed from the project."));
            clients.objection(server).ifPresent(sentence -> {
                throw new CannotRun(sentence);
            });
            var price = prices.price(server.id(), plan.model(), LocalDate.now(clock))
                    .orElseThrow(() -> new CannotRun("The price of " + plan.model()
                            + " is not known any more. Type it on the server's price list, then continue."));
            var ratio = new LearntRatio(answered, server.id(), plan.model(), terms.features() != null);
            var tariff = new Tariff(plan.model(), terms, price, ratio);
            var askings = new Askings(terms.prompt(), plan.chosen(), plan.seed());
            return new RequestSetup(plan, terms, server, client(server), tariff, askings, shape(plan, terms));
        }

        /** As the server is known now, and as the run was begun or went on. */
        RequestShape shape(RunPlan plan, RunTerms terms) {
            var known = new HashSet<>(habits.of(plan.project(), terms.server(), plan.model()));
            known.addAll(terms.habits());
            return RequestShape.of(habits, known);
        }

        private LlmClient client(LlmServer server) {
            try {
                return clients.forImages(server);
            } catch (TransportError e) {
                throw new CannotRun(e.getMessage(), e);
            }
        }
    }

    /** An image that is asked about again is asked with another seed, or told what was wrong. */
    public Question question(AskedImage asked, Asking asking, int sample) {
        long seed = plan.seed() + (asked.objection().isEmpty() ? asked.retries() * AGAIN : 0);
        return new Question(server, plan.model(), terms, seed, asking, sample, asked.objection());
    }
}
