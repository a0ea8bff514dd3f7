package codeframe.llm.run;

import codeframe.image.ImageFilter;
import codeframe.llm.example.PromptExamples;
import codeframe.project.Access;
import codeframe.run.CannotRun;
import codeframe.run.FormerRun;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Problem;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;

/** Choosing a run by a model, trying it on five images with its price, starting it under a cap. */
public final class LlmRunPages {
    private final LlmStart start;
    private final StabilityDesign repetition;
    private final PromptExamples examples;
    private final Access access;
    private final Templates templates;

    /** What a try showed; {@code estimate} is there when it succeeded, {@code former} where it begins with a run's settings. */
    record Shown(List<TrialResult> tried, Optional<PriceEstimate> estimate, Optional<FormerRun> former) {
        static final Shown NOTHING = new Shown(List.of(), Optional.empty(), Optional.empty());
    }

    public LlmRunPages(
            LlmStart start, StabilityDesign repetition, PromptExamples examples, Access access, Templates templates) {
        this.start = start;
        this.repetition = repetition;
        this.examples = examples;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        var base = "/projects/{project}" + start.evidence().path();
        routes.get(base + "/runs/new", this::form, Role.OWNER);
        routes.get(base + "/runs/models", this::models, Role.OWNER);
        routes.post(base + "/runs/try", this::attempt, Role.OWNER);
        routes.post(base + "/runs", this::start, Role.OWNER);
        if (!start.evidence().describes()) {
            routes.post(base + "/stability", this::repeat, Role.OWNER);
        }
    }

    private void form(Context ctx) {
        long project = Access.project(ctx).id();
        var proposed = start.proposed(project, seen(ctx, ctx.queryString()));
        var filled = start.former(project, Params.query(ctx, "like"))
                .map(run -> FormerSettings.of(run, proposed, pool(project)));
        show(
                ctx,
                filled.map(FormerSettings.Filled::form).orElse(proposed),
                new Shown(List.of(), Optional.empty(), filled.map(FormerSettings.Filled::former)));
    }

    private List<Long> pool(long project) {
        return examples.ofProject(project).stream()
                .map(PromptExamples.ProjectExample::image)
                .toList();
    }

    /** As the one who asks may see it. */
    private static ImageFilter seen(Context ctx, String query) {
        return ImageFilter.fromQuery(query).seenBy(Access.user(ctx).id());
    }

    private void show(Context ctx, LlmRunForm form, Shown shown) {
        var page = access.page(ctx, "New run by a model", "runs");
        var pool = examples.ofProject(Access.project(ctx).id());
        ctx.status(form.mistakes().isEmpty() ? 200 : 422)
                .html(templates
                        .llmNewRun(
                                page,
                                form,
                                pool,
                                shown.tried(),
                                shown.estimate().orElse(null),
                                shown.former().orElse(null))
                        .render());
    }

    /** The names that the chosen server lists, for the field of the model. */
    private void models(Context ctx) {
        var connection = start.models(Access.project(ctx).id(), Params.query(ctx, "server"));
        ctx.html(templates.llmModels(connection).render());
    }

    private LlmRunForm typed(Context ctx) {
        return start.typed(Access.project(ctx).id(), seen(ctx, Params.text(ctx, "images")), ctx);
    }

    private void attempt(Context ctx) {
        var form = typed(ctx);
        try {
            var trial = start.attempt(Access.project(ctx).id(), form);
            show(ctx, trial.form(), new Shown(trial.tried(), trial.estimate(), Optional.empty()));
        } catch (CannotRun e) {
            show(ctx, form.with(List.of(new Problem.Mistake("", 0, e.getMessage()))), Shown.NOTHING);
        }
    }

    private void repeat(Context ctx) {
        long project = Access.project(ctx).id();
        var begun = repetition.start(project, typed(ctx), Access.user(ctx).id());
        if (begun.check() == 0) {
            show(ctx, begun.form(), Shown.NOTHING);
        } else {
            ctx.redirect("/projects/" + project + "/llm/stability/" + begun.check(), HttpStatus.SEE_OTHER);
        }
    }

    private void start(Context ctx) {
        var begun = start.start(
                Access.project(ctx).id(), typed(ctx), Access.user(ctx).id());
        if (begun.run().isEmpty()) {
            show(ctx, begun.form(), Shown.NOTHING);
        } else {
            var run = begun.run().get();
            ctx.redirect("/projects/" + run.projectId() + "/runs/" + run.id(), HttpStatus.SEE_OTHER);
        }
    }
}
