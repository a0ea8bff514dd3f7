package codeframe.naming;

import codeframe.project.Events;
import codeframe.web.Problem;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives runs, samples and saved selections another name and a note, and deletes those on which nothing rests. */
public final class Naming {
    private final Jdbi jdbi;

    public Naming(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One of them. */
    record Thing(NamedKind kind, long project, long id) {
        String path() {
            return kind == NamedKind.SELECTION ? list() : list() + "/" + id;
        }

        String list() {
            return "/projects/" + project + "/" + kind.place();
        }
    }

    Named named(Thing thing) {
        return jdbi.withExtension(NamingRows.class, rows -> {
            var words = words(rows, thing);
            var resting = resting(rows, thing);
            return new Named(
                    thing.kind().word(),
                    thing.list() + "/" + thing.id(),
                    thing.path(),
                    words.name(),
                    words.note(),
                    resting.reasons(),
                    resting.goes());
        });
    }

    private static NamingRows.Words words(NamingRows rows, Thing thing) {
        var found = switch (thing.kind()) {
            case RUN -> rows.run(thing.project(), thing.id());
            case SAMPLE -> rows.sample(thing.project(), thing.id());
            case SELECTION -> rows.selection(thing.project(), thing.id());
        };
        return found.orElseThrow(() -> new Problem.NotFound(thing.kind().word()));
    }

    private static Resting resting(NamingRows rows, Thing thing) {
        return switch (thing.kind()) {
            case RUN -> rows.onRun(thing.project(), thing.id());
            case SAMPLE -> rows.onSample(thing.project(), thing.id());
            case SELECTION -> rows.onSelection(thing.project(), thing.id());
        };
    }

    void name(Thing thing, long user, String name, String note) {
        jdbi.useTransaction(handle -> {
            var rows = handle.attach(NamingRows.class);
            lock(rows, thing);
            var before = words(rows, thing);
            switch (thing.kind()) {
                case RUN -> rows.nameRun(thing.project(), thing.id(), name, note);
                case SAMPLE -> rows.nameSample(thing.project(), thing.id(), name, note);
                case SELECTION -> rows.nameSelection(thing.project(), thing.id(), name, note);
            }
            var what = "the " + thing.kind().word() + " \"";
            if (!before.name().equals(name)) {
                tell(handle, thing, user, "renamed " + what + before.name() + "\" to \"" + name + "\"");
            }
            if (!before.note().equals(note)) {
                tell(
                        handle,
                        thing,
                        user,
                        (note.isEmpty() ? "took away the note on " : "wrote a note on ") + what + name + "\""
                                + (note.isEmpty() ? "" : ": " + note));
            }
        });
    }

    /** @return its name */
    String delete(Thing thing, long user) {
        return jdbi.inTransaction(handle -> {
            var rows = handle.attach(NamingRows.class);
            rows.lock(thing.project());
            lock(rows, thing);
            var name = words(rows, thing).name();
            var resting = resting(rows, thing);
            if (!resting.reasons().isEmpty()) {
                throw new Problem.Conflict("The " + thing.kind().word() + " \"" + name + "\" stays. "
                        + String.join(" ", resting.reasons()));
            }
            delete(rows, thing);
            tell(handle, thing, user, "deleted the " + thing.kind().word() + " \"" + name + "\". " + resting.goes());
            return name;
        });
    }

    private static void delete(NamingRows rows, Thing thing) {
        switch (thing.kind()) {
            case RUN -> rows.deleteRun(thing.project(), thing.id());
            case SAMPLE -> rows.deleteSample(thing.project(), thing.id());
            case SELECTION -> rows.deleteSelection(thing.project(), thing.id());
        }
    }

    private static void lock(NamingRows rows, Thing thing) {
        Optional<Long> found = switch (thing.kind()) {
            case RUN -> rows.lockRun(thing.project(), thing.id());
            case SAMPLE -> rows.lockSample(thing.project(), thing.id());
            case SELECTION -> rows.lockSelection(thing.project(), thing.id());
        };
        if (found.isEmpty()) {
            throw new Problem.NotFound(thing.kind().word());
        }
    }

    private static void tell(Handle handle, Thing thing, long user, String what) {
        handle.attach(Events.class).add(thing.project(), user, what);
    }
}
