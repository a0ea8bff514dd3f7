package codeframe.run;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** What a run said, value by value, the sure or the doubtful first, as far as the person who looks may see it. */
public final class RunCodes {
    private final Jdbi jdbi;

    /** What decides the order of images. */
    public enum Order {
        DOUBTFUL("least probable first", "coalesce(c.confidence, 0)", true),
        SURE("most probable first", "coalesce(c.confidence, 0)", false),
        CLOSE("closest call first", "coalesce((c.detail ->> 'margin')::real, 0)", true),
        CLEAR("clearest call first", "coalesce((c.detail ->> 'margin')::real, 0)", false);

        private final String label;
        private final String score;
        private final boolean rising;

        Order(String label, String score, boolean rising) {
            this.label = label;
            this.score = score;
            this.rising = rising;
        }

        public String label() {
            return label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code value} is null for codes without one, such as unsure. */
    public record Count(String value, String state, long n) {}

    /** {@code score} is what the order goes by; confidence, margin and runner-up are null where a kind has none. */
    public record Shown(long image, String path, Float confidence, Float margin, String runnerUp, float score) {
        public String place() {
            return score + ":" + image;
        }
    }

    /** Which images are asked for, and by whom: of images they must not see codes of, none are shown. */
    public record Asked(Run run, String variable, String value, long viewer) {}

    /** Where a page begins: after this image in the order. */
    public record Place(float score, long image) {
        public static Place first(Order order) {
            return order.rising ? new Place(-1, 0) : new Place(Float.MAX_VALUE, Long.MAX_VALUE);
        }
    }

    public RunCodes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Count> counts(Run run, String variable, long viewer) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select value, state, count(*) as n
                        from code c
                        where c.coder_id = :coder and c.variable = :variable
                          and not exists (select from unseen_codes(:project, :viewer) u
                                          where u.image_id = c.image_id and u.coder_id = c.coder_id)
                        group by value, state
                        """)
                .bind("project", run.projectId())
                .bind("viewer", viewer)
                .bind("coder", run.coderId())
                .bind("variable", variable)
                .mapTo(Count.class)
                .list());
    }

    /** The order's expression and direction are ours, never what was typed. */
    public List<Shown> page(Asked asked, Order order, Place after, int limit) {
        var sql = """
                select * from (
                    select c.image_id as image, image.path, c.confidence, (c.detail ->> 'margin')::real as margin,
                           c.detail ->> 'runner_up' as runner_up, %1$s as score
                    from code c join image on image.id = c.image_id
                    where c.coder_id = :coder and c.variable = :variable and c.value = :value
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = c.image_id and u.coder_id = c.coder_id)) as shown
                where (score, image) %2$s (cast(:score as real), :image)
                order by score %3$s, image %3$s
                limit :limit
                """.formatted(order.score, order.rising ? ">" : "<", order.rising ? "asc" : "desc");
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("project", asked.run().projectId())
                .bind("viewer", asked.viewer())
                .bind("coder", asked.run().coderId())
                .bind("variable", asked.variable())
                .bind("value", asked.value())
                .bind("score", after.score())
                .bind("image", after.image())
                .bind("limit", limit)
                .mapTo(Shown.class)
                .list());
    }
}
