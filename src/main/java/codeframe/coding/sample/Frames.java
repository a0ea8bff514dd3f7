package codeframe.coding.sample;

import codeframe.image.ImageFilter;
import codeframe.image.LeftOpen;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which images can be drawn. */
public final class Frames {
    private static final String UNSEEN = "select image_id from unseen_codes(:project, :user)";
    private static final String BLIND =
            "select image_id from blind_image where project_id = :project and user_id = :user";

    private final Jdbi jdbi;

    public Frames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param user who asks, or null: images they code blind are not chosen by their codes */
    public record Asked(
            long project, ImageFilter images, Stratifying strata, Purpose purpose, boolean withoutShown, Long user) {
        static Asked of(SamplePlan plan, Long user) {
            return new Asked(plan.project(), plan.images(), plan.strata(), plan.purpose(), plan.withoutShown(), user);
        }
    }

    public Frame of(Asked asked) {
        return jdbi.withHandle(handle -> of(handle, asked));
    }

    /** An image the filter lets through. */
    public record Row(long image, String stratum, boolean opposite, boolean shown, boolean hidden, boolean always) {}

    static Frame of(Handle handle, Asked asked) {
        var units = new ArrayList<Frame.Unit>();
        int opposite = 0;
        int hidden = asked.images().namesCodes()
                ? hidden(handle, asked, UNSEEN)
                : asked.images().seen().asked() ? hidden(handle, asked, BLIND) : 0;
        int shown = 0;
        for (var row : rows(handle, asked)) {
            if (row.opposite()) {
                opposite++;
            } else if (row.hidden()) {
                hidden++;
            } else if (row.shown() && asked.withoutShown()) {
                shown++;
            } else {
                units.add(new Frame.Unit(row.image(), row.stratum(), row.shown(), row.always()));
            }
        }
        return new Frame(units, opposite, hidden, shown);
    }

    /** A filter by codes or features never finds these, whatever was said about them: a count of matches would tell it. */
    private static int hidden(Handle handle, Asked asked, String images) {
        var where = asked.images().withoutCodes().where();
        return where.bind(handle.createQuery("""
                        select count(*)
                        from image i
                        where i.project_id = :project
                          and i.id in (%s) %s
                        """.formatted(images, where.sql())))
                .bind("project", asked.project())
                .bind("user", asked.user())
                .mapTo(Integer.class)
                .one();
    }

    private static List<Row> rows(Handle handle, Asked asked) {
        var where = asked.images().where();
        var query = handle.createQuery("""
                        with other as (
                            select oi.image_id, im.post_id, s.purpose = any(:opposites) as opposite
                            from sample s
                            join sample_image oi on oi.sample_id = s.id
                            join image im on im.id = oi.image_id
                            where s.project_id = :project)
                        select i.id as image, %s as stratum,
                               i.id in (select image_id from other where opposite)
                               or coalesce(i.post_id in (select post_id from other
                                                         where opposite and post_id is not null), false) as opposite,
                               i.id in (select image_id from other)
                               or coalesce(i.post_id in (select post_id from other where post_id is not null), false)
                                   as shown,
                               :byRun and i.id in (select image_id from unseen_codes(:project, :user)) as hidden,
                               :byLeft and i.id in (%s) as always
                        from image i
                        where i.project_id = :project %s
                        order by i.id
                        """.formatted(asked.strata().by().sql(), LeftOpen.ALWAYS, where.sql()))
                .bind("project", asked.project())
                .bindArray("opposites", String.class, asked.purpose().opposites())
                .bind("byLeft", !asked.images().left().isEmpty())
                .bind("byRun", asked.strata().by().ofRun())
                .bind("user", asked.user());
        if (asked.strata().by().ofRun()) {
            query.bind("coder", asked.strata().coder())
                    .bind("variable", asked.strata().variable());
        }
        return where.bind(query).mapTo(Row.class).list();
    }
}
