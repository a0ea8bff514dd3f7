package codeframe.lift;

import codeframe.project.Access;
import codeframe.web.Body;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Set;

/** Rules of lifting for scripts; a lift itself is a run like any other. */
public final class LiftRuleApi {
    private final LiftRules rules;

    record Entry(String model, String name, int version, String method, String category, String weighing) {
        static Entry of(LiftRule rule) {
            return new Entry(
                    rule.title(), rule.name(), rule.version(), rule.method().word(), rule.category(), rule.weighing());
        }
    }

    public LiftRuleApi(LiftRules rules) {
        this.rules = rules;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/projects/{project}/lifting-rules", this::list, Role.VIEWER);
        routes.post("/api/v1/projects/{project}/lifting-rules", this::add, Role.OWNER);
    }

    private void list(Context ctx) {
        ctx.json(rules.rules(Access.project(ctx).id()).stream().map(Entry::of).toList());
    }

    /** What is the same as the newest version of that name is that version. */
    private void add(Context ctx) {
        var body = Body.json(ctx, Set.of("name", "method", "category", "weighing"));
        var form = new RuleForm(
                body.path("name").asText("").strip(),
                body.path("method").asText(""),
                body.path("category").asText(""),
                body.path("weighing").asText(""));
        long project = Access.project(ctx).id();
        var kept = rules.keep(project, form.text(), Access.user(ctx).id());
        ctx.status(kept.added() ? 201 : 200)
                .json(Entry.of(rules.titled(project, kept.title()).orElseThrow()));
    }
}
