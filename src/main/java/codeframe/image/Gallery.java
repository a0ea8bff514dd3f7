package codeframe.image;

import codeframe.web.NumberText;
import codeframe.web.Problem;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Counts of the images that a filter selects, and whether it may be asked. */
public final class Gallery {
    public static final int PAGE = 60;
    public static final int COUNTED = 10_000;

    private final Jdbi jdbi;

    public Gallery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * {@code account} and {@code damaged} are null where there is nothing to say.
     *
     * @param durationMs of a video; 0 of every other image
     * @param frames that are folded into a video
     * @param ms when a frame is seen in its video; null of every other image
     * @param pictures that its post shows, those of other posts among them
     */
    public record Thumb(
            long id,
            String path,
            String account,
            String damaged,
            String medium,
            int durationMs,
            long frames,
            Integer ms,
            Long post,
            long pictures) {
        /** What is read of {@code image i}. */
        static final String COLUMNS = """
                i.id, i.path, i.account, i.damaged, i.medium, i.t_ms as ms,
                coalesce(case when i.medium = 'video'
                              then (select v.duration_ms from video v where v.sha256 = i.sha256) end, 0) as duration_ms,
                coalesce(case when i.medium = 'video'
                              then (select count(*) from image f where f.parent_id = i.id) end, 0) as frames,
                i.post_id as post,
                (select count(*) from image s where s.post_id = i.post_id)
                    + (select count(*) from appearance a join image s on s.id = a.image_id
                       where a.post_id = i.post_id and s.post_id is distinct from a.post_id) as pictures""";

        public boolean isVideo() {
            return medium.equals("video");
        }

        /** "1:05" of a video or of the place of a frame in its video; empty of a picture. */
        public String time() {
            return isVideo() ? ClockText.of(durationMs) : ms == null ? "" : ClockText.of(ms);
        }

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /**
     * One value of a filter and how many images it would leave; the other parts of the filter apply.
     *
     * @param of what the value belongs to: of a code the coder and the variable, else empty
     */
    public record Facet(String part, String value, String of, String label, long n) {}

    /** Pictures and frames, and the videos among them all. */
    public record Counted(long all, long videos) {
        /** "15 images and 2 videos" */
        public String words() {
            var films = NumberText.count(videos, "video", "videos");
            return videos > 0 && videos == all
                    ? films
                    : NumberText.count(all - videos, "image", "images") + (videos == 0 ? "" : " and " + films);
        }
    }

    /** The filter carries who looks. */
    public record View(long project, ImageFilter filter) {}

    /** @throws Problem.NotFound when the filter asks outright what somebody said who must not be seen yet */
    public View view(long project, ImageFilter filter) {
        var view = new View(project, filter);
        if (asksUnseen(view)) {
            throw new Problem.NotFound("coding");
        }
        return view;
    }

    private boolean asksUnseen(View view) {
        var filter = view.filter();
        var coders = filter.coders().toArray(Long[]::new);
        return coders.length > 0
                && jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (
                            select from unseen_codes(:project, :viewer) u
                            join sample_image s on s.image_id = u.image_id
                            where s.sample_id = any(:samples) and u.coder_id = any(:coders))
                        """)
                        .bind("project", view.project())
                        .bind("viewer", filter.viewer())
                        .bind("samples", filter.samples().toArray(Long[]::new))
                        .bind("coders", coders)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Everything that the filter selects. */
    public List<Long> all(View view) {
        return jdbi.withHandle(handle -> bind(
                        handle,
                        "select i.id from image i where i.project_id = :project %s order by i.id"
                                .formatted(view.filter().where().sql()),
                        view)
                .mapTo(Long.class)
                .list());
    }

    /** Everything that can be looked at as a picture: of videos only frames, where the filter has them. */
    public List<Long> pictures(View view) {
        return jdbi.withHandle(handle -> bind(
                        handle,
                        "select i.id from image i where i.project_id = :project and i.medium <> 'video' %s order by i.id"
                                .formatted(view.filter().where().sql()),
                        view)
                .mapTo(Long.class)
                .list());
    }

    public long countPictures(View view) {
        return count(view, "and i.medium <> 'video'").all();
    }

    /** How many there are, without counting on beyond {@link #COUNTED}: a page of pictures must not wait for that. */
    public Counted count(View view) {
        return count(view, "limit " + (COUNTED + 1));
    }

    public Counted countAll(View view) {
        return count(view, "");
    }

    private Counted count(View view, String further) {
        var where = view.filter().where();
        return jdbi.withHandle(handle -> bind(handle, """
                        select count(*) as all, count(*) filter (where medium = 'video') as videos
                        from (select i.medium from image i where i.project_id = :project %s %s) as counted
                        """.formatted(where.sql(), further), view)
                .mapTo(Counted.class)
                .one());
    }

    static Query bind(Handle handle, String sql, View view) {
        var query = handle.createQuery(sql).bind("project", view.project());
        if (sql.contains(":viewer")) {
            query.bind("viewer", view.filter().viewer());
        }
        return view.filter().where().bind(query);
    }
}
