package codeframe.run;

import codeframe.coding.Coders;
import codeframe.db.Json;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Writes a new run with its images and its coder, all or nothing. */
public final class RunCreation {
    private final Jdbi jdbi;

    public RunCreation(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the run's id */
    public long create(RunOrder order, Long user) {
        return jdbi.inTransaction(handle -> {
            var name = name(handle, order.plan());
            long run = insert(handle, order, name, user);
            items(handle, order, run);
            handle.attach(Coders.class).addRun(order.plan().project(), run, name);
            return run;
        });
    }

    /** "CLIP demo #3"; the project's row is held so that two runs begun at once are numbered apart. */
    private static String name(Handle handle, RunPlan plan) {
        handle.execute("select 1 from project where id = ? for no key update", plan.project());
        long earlier = handle.createQuery("select count(*) from run where project_id = :project")
                .bind("project", plan.project())
                .mapTo(Long.class)
                .one();
        var kind = plan.kind().length() <= 4 ? plan.kind().toUpperCase(Locale.ROOT) : plan.kind();
        return kind + " " + plan.model() + " #" + (earlier + 1);
    }

    private static long insert(Handle handle, RunOrder order, String name, Long user) {
        return handle.createQuery("""
                        insert into run (project_id, kind, name, model, codebook_version_id, variables, parameters,
                                         images, seed, created_by, unit)
                        values (:project, :kind, :name, :model, :version, :variables, :parameters,
                                :images, :seed, :user, :judged)
                        returning id
                        """)
                .bindMethods(order.plan())
                .bind("name", name)
                .bind("version", order.version())
                .bindArray("variables", String.class, order.plan().variables())
                .bind("images", Json.of(Map.of("query", order.images().toQuery())))
                .bind("user", user)
                .bind("judged", order.plan().unit().word())
                .mapTo(Long.class)
                .one();
    }

    private static void items(Handle handle, RunOrder order, long run) {
        int total = RunImages.insertItems(handle, run, order.plan(), order.images());
        handle.execute("update run set total = ? where id = ?", total, run);
    }
}
