package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.image.ImageFilter;
import codeframe.image.LeftOpen;
import codeframe.image.PostLeads;
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
            long project,
            Unit unit,
            ImageFilter images,
            Stratifying strata,
            Purpose purpose,
            boolean withoutShown,
            Long user) {
        static Asked of(SamplePlan plan, Long user) {
            return new Asked(
                    plan.project(),
                    plan.work().unit(),
                    plan.images(),
                    plan.strata(),
                    plan.purpose(),
                    plan.withoutShown(),
                    user);
        }
    }

    public Frame of(Asked asked) {
        return jdbi.withHandle(handle -> of(handle, asked));
    }

    /** An image the filter lets through, be it for itself or as the lead of its post or video. */
    public record Row(long image, String stratum, boolean opposite, boolean shown, boolean hidden, boolean always) {}

    static Frame of(Handle handle, Asked asked) {
        var units = new ArrayList<Frame.Candidate>();
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
                units.add(new Frame.Candidate(row.image(), row.stratum(), row.shown(), row.always()));
            }
        }
        long leadless =
                asked.unit() == Unit.POST ? handle.attach(PostLeads.class).without(asked.project()) : 0;
        return new Frame(asked.unit(), units, opposite, hidden, shown, leadless);
    }

    /** Which images stand for a unit. */
    private static String units(Unit unit) {
        return switch (unit) {
            case IMAGE -> "i.medium <> 'video'";
            case POST -> "i.id in (select lead_id from post where project_id = :project)";
            case VIDEO -> "i.medium = 'video'";
        };
    }

    /** What coders see of a unit, by the image that stands for it; of a frame its video. */
    private static String parts(Unit unit) {
        return unit == Unit.POST
                ? """
                        select u.lead_id as image_id, coalesce(p.parent_id, p.id) as part
                        from unit_image u join image p on p.id = u.image_id
                        where u.unit = 'post' and u.project_id = :project"""
                : "select id as image_id, coalesce(parent_id, id) as part from image where project_id = :project";
    }

    /** A filter by codes or features never finds these, whatever was said about them: a count of matches would tell it. */
    private static int hidden(Handle handle, Asked asked, String images) {
        var where = asked.images().withoutCodes().where();
        return where.bind(handle.createQuery("""
                        select count(*)
                        from image i
                        where i.project_id = :project and %s
                          and i.id in (%s) %s
                        """.formatted(units(asked.unit()), images, where.sql())))
                .bind("project", asked.project())
                .bind("user", asked.user())
                .mapTo(Integer.class)
                .one();
    }

    private static List<Row> rows(Handle handle, Asked asked) {
        var where = asked.images().where();
        var query = handle.createQuery("""
                        with drawn as (
                            select m.image_id, s.unit, s.purpose = any(:opposites) as opposite
                            from sample s join sample_image m on m.sample_id = s.id
                            where s.project_id = :project),
                        seen as (
                            select image_id, opposite from drawn
                            union all
                            select u.image_id, d.opposite
                            from drawn d join unit_image u on u.unit = 'post' and u.lead_id = d.image_id
                            where d.unit = 'post' and u.project_id = :project),
                        other as (
                            select coalesce(im.parent_id, im.id) as image_id, coalesce(v.post_id, im.post_id) as post_id,
                                   s.opposite
                            from seen s join image im on im.id = s.image_id left join image v on v.id = im.parent_id),
                        mine as (%s)
                        select i.id as image, %s as stratum,
                               i.id in (select m.image_id from mine m join other o on o.image_id = m.part where o.opposite)
                               or coalesce(coalesce(w.post_id, i.post_id) in (
                                      select post_id from other where opposite and post_id is not null), false) as opposite,
                               i.id in (select m.image_id from mine m join other o on o.image_id = m.part)
                               or coalesce(coalesce(w.post_id, i.post_id) in (
                                      select post_id from other where post_id is not null), false) as shown,
                               :byRun and i.id in (select image_id from unseen_codes(:project, :user)) as hidden,
                               :byLeft and i.id in (%s) as always
                        from image i left join image w on w.id = i.parent_id
                        where i.project_id = :project and %s %s
                        order by i.id
                        """.formatted(
                                parts(asked.unit()),
                                asked.strata().by().sql(),
                                LeftOpen.ALWAYS,
                                units(asked.unit()),
                                where.sql()))
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
