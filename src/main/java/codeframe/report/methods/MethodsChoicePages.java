package codeframe.report.methods;

import codeframe.project.Access;
import codeframe.report.document.Language;
import codeframe.report.methods.section.Topic;
import codeframe.report.results.ResultsStudy;
import codeframe.report.study.AgreementOptions;
import codeframe.report.study.ReportBasis;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import codeframe.web.Word;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.EnumMap;
import java.util.Map;

/** The forms of the methods page: samples, runs and results that it tells of, and facts that only people know. */
public final class MethodsChoicePages {
    private final MethodsChoices choices;
    private final ReportBasis basis;
    private final ResultsStudy results;
    private final Access access;

    public MethodsChoicePages(MethodsChoices choices, ReportBasis basis, ResultsStudy results, Access access) {
        this.choices = choices;
        this.basis = basis;
        this.results = results;
        this.access = access;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.post("/projects/{project}/methods/basis", this::samples, Role.OWNER);
        routes.post("/projects/{project}/methods/runs", this::runs, Role.OWNER);
        routes.post("/projects/{project}/methods/results", this::results, Role.OWNER);
        routes.post("/projects/{project}/methods/results/kept", this::keptResults, Role.OWNER);
        routes.post("/projects/{project}/methods/facts", this::facts, Role.OWNER);
    }

    private void samples(Context ctx) {
        var reliability = AgreementOptions.numbers(ctx.formParams("reliability"), "reliability");
        var gold = AgreementOptions.numbers(ctx.formParams("gold"), "gold");
        basis.choose(Access.project(ctx).id(), Access.user(ctx).id(), reliability, gold);
        back(ctx, "", "Every report rests on these samples from now on.");
    }

    private void runs(Context ctx) {
        var runs = AgreementOptions.numbers(ctx.formParams("run"), "run");
        choices.chooseRuns(Access.project(ctx).id(), Access.user(ctx).id(), runs);
        back(ctx, "", "The methods section tells of these runs from now on.");
    }

    /** The address as the page has it, so that the same results stand there once. */
    private void results(Context ctx) {
        var project = Access.project(ctx);
        var question = results.kept(project, Params.text(ctx, "address"));
        choices.addResults(project.id(), Access.user(ctx).id(), question.query());
        access.redirect(
                ctx,
                "/projects/" + project.id() + "/results" + question.query(),
                "These results stand in the appendix of the methods and in the replication archive now.");
    }

    private void keptResults(Context ctx) {
        choices.keepResults(Access.project(ctx).id(), Access.user(ctx).id(), ctx.formParams("address"));
        back(ctx, "", "The appendix holds the results that are ticked.");
    }

    private void facts(Context ctx) {
        var word = Params.text(ctx, "language");
        var language = Word.named(Language.values(), word)
                .orElseThrow(() -> new Problem.Invalid("language must be en or de, not \"" + word + "\"."));
        Map<Topic, String> texts = new EnumMap<>(Topic.class);
        for (var topic : Topic.values()) {
            if (ctx.formParam(topic.word()) != null) {
                texts.put(
                        topic,
                        Params.text(ctx, topic.word()).replaceAll("\\s+", " ").strip());
            }
        }
        choices.record(Access.project(ctx).id(), Access.user(ctx).id(), language, texts);
        back(ctx, language == Language.EN ? "" : "?language=" + language.word(), "The facts stand in the section now.");
    }

    private void back(Context ctx, String query, String notice) {
        access.redirect(ctx, "/projects/" + Access.project(ctx).id() + "/methods" + query, notice);
    }
}
