package codeframe.run;

import codeframe.db.Json;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which images a run is about: those that a filter of the gallery lets through. */
public final class RunImages {
    private final Jdbi jdbi;

    public RunImages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long count(long project, Json filter) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from image where project_id = :project")
                .bind("project", project)
                .mapTo(Long.class)
                .one());
    }

    /** An image to look at before a run. */
    public record Drawn(long id, byte[] sha256, String path) {
        RunImage image() {
            return new RunImage(id, sha256);
        }
    }

    /** The same few for the same seed, whatever else was imported in between. */
    public List<Drawn> draw(long project, Json filter, long seed, int n) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select image.id, image.sha256, image.path
                        from image
                        where image.project_id = :project
                        order by md5(:seed || ':' || image.id)
                        limit :n
                        """)
                .bind("project", project)
                .bind("seed", seed)
                .bind("n", n)
                .mapTo(Drawn.class)
                .list());
    }

    /** @return how many items the run has now */
    static int insertItems(Handle handle, long run, long project, Json filter) {
        return handle.createUpdate("""
                        insert into run_item (run_id, image_id)
                        select :run, image.id from image where image.project_id = :project
                        """)
                .bind("run", run)
                .bind("project", project)
                .execute();
    }
}
