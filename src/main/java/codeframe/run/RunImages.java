package codeframe.run;

import codeframe.codebook.Unit;
import codeframe.image.ImageFilter;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which images a run is about: those that a filter of the gallery lets through. */
public final class RunImages {
    private final Jdbi jdbi;

    public RunImages(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long count(long project, UnitFrame frame, ImageFilter filter) {
        var where = filter.where();
        var sql = "select count(*) from image i where i.project_id = :project " + where.sql() + frame.sql();
        return jdbi.withHandle(handle -> frame.bind(where.bind(handle.createQuery(sql)))
                .bind("project", project)
                .mapTo(Long.class)
                .one());
    }

    /** An image to look at before a run. */
    public record Drawn(long id, byte[] sha256, String path) {
        public RunImage image() {
            return RunImage.of(id, sha256);
        }
    }

    /**
     * The same few for the same seed, whatever else was imported in between; none whose results must stay unseen, which
     * hangs on the image, of a post or video on each of its images: before the first run nobody's codes are hidden yet.
     */
    public List<Drawn> draw(long project, UnitFrame frame, ImageFilter filter, long seed, int n) {
        var where = filter.where();
        var sql = """
                select i.id, i.sha256, i.path
                from image i
                where i.project_id = :project %s
                  and i.id not in (select image_id from sealed_image where project_id = :project)
                  and i.id not in (select image_id from blind_image where project_id = :project and user_id = :asker)
                  and (:judged = 'image' or i.id not in (
                      select u.lead_id
                      from unit_part u
                      where u.project_id = :project and u.unit = :judged
                        and (u.image_id in (select image_id from sealed_image where project_id = :project)
                             or u.image_id in (select image_id from blind_image
                                               where project_id = :project and user_id = :asker))))
                order by md5(:seed || ':' || i.id)
                limit :n
                """.formatted(where.sql() + frame.sql());
        return jdbi.withHandle(handle -> frame.bind(where.bind(handle.createQuery(sql)))
                .bind("project", project)
                .bind("asker", filter.viewer())
                .bind("judged", frame.unit().word())
                .bind("seed", seed)
                .bind("n", n)
                .mapTo(Drawn.class)
                .list());
    }

    /** Some for counting what they take, and for showing nothing of them: those whose results stay unseen are among them. */
    public List<Long> counted(long project, UnitFrame frame, ImageFilter filter, long seed, int n) {
        var where = filter.where();
        var sql = """
                select i.id from image i
                where i.project_id = :project %s
                order by md5(:seed || ':' || i.id)
                limit :n
                """.formatted(where.sql() + frame.sql());
        return jdbi.withHandle(handle -> frame.bind(where.bind(handle.createQuery(sql)))
                .bind("project", project)
                .bind("seed", seed)
                .bind("n", n)
                .mapTo(Long.class)
                .list());
    }

    /** How many images of one size there are. */
    public record Size(int width, int height, long images) {}

    /** For counting what they will take. */
    public List<Size> sizes(long project, UnitFrame frame, ImageFilter filter) {
        var where = filter.where();
        var sql = """
                select blob.width, blob.height, count(*) as images
                from image i join blob on blob.sha256 = i.sha256
                where i.project_id = :project %s
                group by blob.width, blob.height
                """.formatted(where.sql() + frame.sql());
        return jdbi.withHandle(handle -> frame.bind(where.bind(handle.createQuery(sql)))
                .bind("project", project)
                .mapTo(Size.class)
                .list());
    }

    /**
     * Videos without frames, of which nothing can be judged.
     *
     * @param first one of them; 0 where there is none
     */
    public record Unframed(long videos, long first) {
        static final Unframed NONE = new Unframed(0, 0);
    }

    Unframed unframed(long project, ImageFilter filter) {
        var frame = UnitFrame.of(Unit.VIDEO);
        var where = filter.where();
        var sql = """
                select count(*) as videos, coalesce(min(i.id), 0) as first
                from image i
                where i.project_id = :project and not exists (select from image f where f.parent_id = i.id) %s
                """.formatted(where.sql() + frame.sql());
        return jdbi.withHandle(handle -> frame.bind(where.bind(handle.createQuery(sql)))
                .bind("project", project)
                .mapTo(Unframed.class)
                .one());
    }

    /** @return how many items the run has now */
    static int insertItems(Handle handle, long run, RunPlan plan, ImageFilter filter) {
        var frame = UnitFrame.of(plan);
        var where = filter.where();
        var sql = """
                insert into run_item (run_id, image_id)
                select :run, i.id from image i where i.project_id = :project %s
                """.formatted(where.sql() + frame.sql());
        return frame.bind(where.bind(handle.createUpdate(sql)))
                .bind("run", run)
                .bind("project", plan.project())
                .execute();
    }
}
