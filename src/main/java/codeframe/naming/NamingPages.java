package codeframe.naming;

import codeframe.project.Access;
import codeframe.templates.Templates;
import codeframe.web.Params;
import codeframe.web.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Another name and a note for a run, a sample or a saved selection; and deleting it where nothing rests on it. */
public final class NamingPages {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2000;

    private final Naming naming;
    private final Access access;
    private final Templates templates;

    public NamingPages(Naming naming, Access access, Templates templates) {
        this.naming = naming;
        this.access = access;
        this.templates = templates;
    }

    public void mount(JavalinDefaultRoutingApi routes) {
        for (var kind : NamedKind.values()) {
            var path = "/projects/{project}/" + kind.place() + "/{" + kind.word() + "}";
            routes.get(path + "/name", ctx -> show(ctx, kind), Role.OWNER);
            routes.post(path + "/name", ctx -> name(ctx, kind), Role.OWNER);
            routes.post(path + "/delete", ctx -> delete(ctx, kind), Role.OWNER);
        }
    }

    private static Naming.Thing thing(Context ctx, NamedKind kind) {
        return new Naming.Thing(kind, Access.project(ctx).id(), Params.id(ctx, kind.word()));
    }

    private void show(Context ctx, NamedKind kind) {
        var named = naming.named(thing(ctx, kind));
        draw(ctx, kind, named, new Typed(named.name(), named.note()));
    }

    /** What was typed, and what is wrong with it; null where nothing is. */
    private record Typed(String name, String note) {
        String nameMistake() {
            return name.isEmpty()
                            || name.length() > LONGEST_NAME
                            || name.chars().anyMatch(Character::isISOControl)
                    ? "Give it a name of one line and at most " + LONGEST_NAME + " characters."
                    : null;
        }

        String noteMistake() {
            return note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0
                    ? "A note has at most " + LONGEST_NOTE + " characters."
                    : null;
        }

        boolean wrong() {
            return nameMistake() != null || noteMistake() != null;
        }
    }

    private void draw(Context ctx, NamedKind kind, Named named, Typed typed) {
        var page = access.page(ctx, "Name of " + named.name(), kind.menu());
        ctx.status(typed.wrong() ? 422 : 200)
                .html(templates
                        .namingEdit(page, named, typed.name(), typed.note(), typed.nameMistake(), typed.noteMistake())
                        .render());
    }

    private void name(Context ctx, NamedKind kind) {
        var thing = thing(ctx, kind);
        var typed = new Typed(Params.text(ctx, "name"), Params.text(ctx, "note"));
        if (typed.wrong()) {
            draw(ctx, kind, naming.named(thing), typed);
        } else {
            naming.name(thing, Access.user(ctx).id(), typed.name(), typed.note());
            access.redirect(ctx, thing.path(), "Name and note are kept.");
        }
    }

    private void delete(Context ctx, NamedKind kind) {
        var thing = thing(ctx, kind);
        var name = naming.delete(thing, Access.user(ctx).id());
        access.redirect(ctx, thing.list(), "The " + kind.word() + " \"" + name + "\" is deleted.");
    }
}
