package codeframe.llm.run;

import codeframe.codebook.Codebook;
import codeframe.codebook.Unit;
import codeframe.codebook.Variable;
import codeframe.db.Json;
import codeframe.llm.ask.ContextWindowCheck;
import codeframe.llm.ask.LlmSession;
import codeframe.llm.ask.PaidRequests;
import codeframe.llm.ask.RequestFields;
import codeframe.llm.ask.RequestSetup;
import codeframe.llm.ask.RunTerms;
import codeframe.llm.batch.BatchResults;
import codeframe.llm.batch.BatchSession;
import codeframe.llm.batch.BatchSubmission;
import codeframe.llm.caption.CaptionRows;
import codeframe.llm.caption.CaptionSession;
import codeframe.llm.caption.Captions;
import codeframe.llm.prompt.Evidence;
import codeframe.llm.server.LlmServers;
import codeframe.llm.server.RequestHabit;
import codeframe.run.Account;
import codeframe.run.CannotRun;
import codeframe.run.Classifier;
import codeframe.run.Model;
import codeframe.run.Observed;
import codeframe.run.Run;
import codeframe.run.RunPlan;
import codeframe.run.Session;
import codeframe.web.Choice;
import codeframe.web.Dollars;
import codeframe.web.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codes images by asking a language model in the words of the codebook: about the image, or about its features. */
public final class LlmClassifier implements Classifier {
    private final Evidence evidence;
    private final RunTermsParser reader;
    private final RequestSetup.Source setups;
    private final LlmServers servers;
    private final PaidRequests paid;
    private final BatchSubmission submission;
    private final BatchResults batchResults;
    private final CaptionRows captions;

    LlmClassifier(
            Evidence evidence,
            RunTermsParser reader,
            RequestSetup.Source setups,
            LlmServers servers,
            PaidRequests paid,
            BatchSubmission submission,
            BatchResults batchResults,
            CaptionRows captions) {
        this.evidence = evidence;
        this.reader = reader;
        this.setups = setups;
        this.servers = servers;
        this.paid = paid;
        this.submission = submission;
        this.batchResults = batchResults;
        this.captions = captions;
    }

    @Override
    public String kind() {
        return evidence.kind();
    }

    /** A prompt, a price and a cap want a page of their own. */
    @Override
    public String newRunPath() {
        return evidence.path() + "/runs/new";
    }

    /** Which there are is known by the servers of each project. */
    @Override
    public List<Model> models() {
        return List.of();
    }

    @Override
    public Optional<Model> model(long project, String name) {
        return Optional.of(new Model(name, name, "", ""));
    }

    @Override
    public boolean codes(Variable variable) {
        return true;
    }

    @Override
    public Unit unit(RunPlan plan) {
        return JudgedUnit.of(plan);
    }

    @Override
    public Codebook asked(Codebook published) {
        return evidence.describes() ? Captions.asked(published) : published;
    }

    @Override
    public Optional<String> objection(RunPlan plan) {
        return reader.read(plan, 0, false).mistakes().stream()
                .map(Problem.Mistake::message)
                .findFirst();
    }

    @Override
    public RunPlan completed(RunPlan plan, int version) {
        var terms = reader.read(plan, version, false).terms().orElseThrow();
        var completed = with(plan, terms);
        ContextWindowCheck.objection(setups.of(completed, terms)).ifPresent(sentence -> {
            throw new Problem.Invalid(sentence);
        });
        return completed;
    }

    static RunPlan with(RunPlan plan, RunTerms terms) {
        return plan.with(Json.of(terms));
    }

    @Override
    public List<Choice> described(Json parameters) {
        var terms = RunTerms.of(parameters);
        var options = terms.prompt().options();
        var list = new ArrayList<Choice>();
        list.add(new Choice("Server", server(terms)));
        list.add(new Choice("Cap", Dollars.text(terms.cap())));
        list.addAll(SentChoices.of(terms));
        list.add(new Choice(
                "Temperature",
                terms.temperature() == null
                        ? "the model's own"
                        : terms.temperature().toString().replaceAll("\\.0$", "")));
        list.addAll(byHand(terms.fields()));
        list.add(new Choice("Answer at most", terms.maxTokens() + " tokens"));
        list.add(new Choice("Samples per image", Integer.toString(terms.samples())));
        list.add(new Choice(
                "Requests", terms.batch() ? "in batches" : options.split().title()));
        list.add(new Choice("Schema", options.schema().title()));
        list.add(new Choice(
                "Examples",
                terms.examples().isEmpty()
                        ? "none"
                        : Integer.toString(terms.examples().size())));
        terms.habits().stream()
                .flatMap(word -> RequestHabit.named(word).stream())
                .forEach(habit -> list.add(new Choice("Adapted to the server", habit.sentence())));
        terms.mappings()
                .forEach(mapping -> list.add(
                        new Choice("Mapped afterwards", "“" + mapping.said() + "” to “" + mapping.means() + "”")));
        list.add(new Choice("Prompt", "SHA-256 " + terms.prompt().sha256().substring(0, 12) + "…"));
        return list;
    }

    private static List<Choice> byHand(RequestFields fields) {
        var list = new ArrayList<Choice>();
        if (!fields.seed()) {
            list.add(new Choice("Seed", "not sent to the server"));
        }
        if (fields.logprobs()) {
            list.add(new Choice(
                    "Confidence", "from the probabilities of the answer's tokens, where the server gives them"));
        }
        if (!fields.effort().isEmpty()) {
            list.add(new Choice("Reasoning effort", fields.effort()));
        }
        if (!fields.limitName().isEmpty()) {
            list.add(new Choice("Name of the limit", fields.limitName()));
        }
        if (!fields.further().isEmpty()) {
            list.add(new Choice("Further fields", fields.further().toString()));
        }
        return list;
    }

    private String server(RunTerms terms) {
        return servers.anyName(terms.server()).orElse("removed");
    }

    @Override
    public Observed observed(Run run) {
        return SignedRun.observed(paid.answered().signatures(run.projectId(), run.id()));
    }

    /** Before the first request, what was asked for. */
    @Override
    public Optional<Account> account(Run run) {
        var terms = RunTerms.of(run.parameters());
        return Optional.of(paid.budgets()
                .budget(run.id())
                .map(budget -> new Account(
                        budget.cap(), budget.estimateLow(), budget.estimateHigh(), budget.spent(), budget.reserved()))
                .orElse(new Account(
                        terms.cap(), terms.estimateLow(), terms.estimateHigh(), BigDecimal.ZERO, BigDecimal.ZERO)));
    }

    @Override
    public String waiting(Run run) {
        return new RunWaiting(paid.answered(), paid.clock()).sentence(run.id());
    }

    /** A try spends money too, so it is begun where its price is shown; see {@link LlmTrials}. */
    @Override
    public Session prepare(RunPlan plan) {
        throw new CannotRun("A model is tried on the page for new runs by a model, which shows what the try costs."
                + " Nothing was sent.");
    }

    @Override
    public Session prepare(RunPlan plan, long run) {
        var terms = RunTerms.of(plan.parameters());
        paid.budgets().open(run, terms.cap(), terms.estimateLow(), terms.estimateHigh());
        var setup = setups.of(plan, terms);
        // What another run learned of the server since this one was made is done here too, and told of it.
        setup.shape().now().stream()
                .map(RequestHabit::word)
                .filter(word -> !terms.habits().contains(word))
                .forEach(word -> setups.habits().note(plan.project(), run, word));
        reader.objection(plan.project(), terms).ifPresent(sentence -> {
            throw new CannotRun(sentence);
        });
        var session = new LlmSession(setup, run, paid);
        var asking = terms.batch() ? new BatchSession(session, setup, run, paid, submission, batchResults) : session;
        return evidence.describes() ? describing(plan, run, asking) : asking;
    }

    private Session describing(RunPlan plan, long run, Session asking) {
        var name = "Captions by " + plan.model();
        return new CaptionSession(
                asking, captions.source(plan.project(), run, name, Captions.language(plan.codebook())));
    }
}
