package codeframe.image;

import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Pages and counts of the images that a filter selects. */
public final class Gallery {
    public static final int PAGE = 60;
    public static final int COUNTED = 10_000;

    private final Jdbi jdbi;

    public Gallery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@code account} and {@code damaged} are null where there is nothing to say. */
    public record Thumb(long id, String path, String account, String damaged) {
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** One value of a filter and how many images it would leave; the other parts of the filter apply. */
    public record Facet(String part, String value, String label, long n) {}

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
        var coders = filter.codes().stream().map(ImageFilter.CodeIs::coder).toArray(Long[]::new);
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

    public List<Thumb> page(View view, long after) {
        var where = view.filter().where();
        return jdbi.withHandle(handle -> bind(handle, """
                        select i.id, i.path, i.account, i.damaged
                        from image i
                        where i.project_id = :project and i.id > :after %s
                        order by i.id
                        limit :limit
                        """.formatted(where.sql()), view)
                .bind("after", after)
                .bind("limit", PAGE)
                .mapTo(Thumb.class)
                .list());
    }

    /** How many there are, without counting on beyond {@link #COUNTED}: a page of pictures must not wait for that. */
    public long count(View view) {
        return count(view, "limit " + (COUNTED + 1));
    }

    public long countAll(View view) {
        return count(view, "");
    }

    private long count(View view, String limit) {
        var where = view.filter().where();
        return jdbi.withHandle(handle -> bind(
                        handle,
                        "select count(*) from (select from image i where i.project_id = :project %s %s) as counted"
                                .formatted(where.sql(), limit),
                        view)
                .mapTo(Long.class)
                .one());
    }

    static Query bind(Handle handle, String sql, View view) {
        var query = handle.createQuery(sql).bind("project", view.project());
        if (sql.contains(":viewer")) {
            query.bind("viewer", view.filter().viewer());
        }
        return view.filter().where().bind(query);
    }

    /** The values of every part with their counts, the frequent ones first. */
    public List<Facet> facets(View view) {
        return jdbi.withHandle(handle -> {
            var facets = new ArrayList<Facet>();
            facets.addAll(plain(handle, view, view.filter().withoutAccounts(), "account"));
            facets.addAll(plain(handle, view, view.filter().withoutKinds(), "kind"));
            facets.addAll(imports(handle, view));
            facets.addAll(named(handle, view, view.filter().withoutSamples(), "sample"));
            facets.addAll(named(handle, view, view.filter().withoutSelections(), "selection"));
            facets.addAll(codes(handle, view));
            return facets;
        });
    }

    // The column is one of two names of ours, never what was typed.
    private static List<Facet> plain(Handle handle, View view, ImageFilter others, String column) {
        return facet(handle, view, others, """
                select '%1$s' as part, i.%1$s as value, i.%1$s as label, count(*) as n
                from image i
                where i.project_id = :project and i.%1$s is not null %2$s
                group by i.%1$s order by n desc, i.%1$s limit 300
                """, column);
    }

    private static List<Facet> imports(Handle handle, View view) {
        return facet(handle, view, view.filter().withoutImports(), """
                select 'import' as part, i.import_id::text as value, 'Import ' || i.import_id as label, count(*) as n
                from image i
                where i.project_id = :project and i.import_id is not null %2$s
                group by i.import_id order by i.import_id desc limit 100
                """, "");
    }

    // Samples and selections alike: a table of names and one of their images.
    private static List<Facet> named(Handle handle, View view, ImageFilter others, String table) {
        return facet(handle, view, others, """
                select '%1$s' as part, s.id::text as value, s.name as label, count(*) as n
                from %1$s s
                join %1$s_image m on m.%1$s_id = s.id
                join image i on i.id = m.image_id
                where s.project_id = :project %2$s
                group by s.id, s.name order by s.id desc limit 100
                """, table);
    }

    /** Called by the labels of the newest codebook; what it has none for is called as it is stored. */
    private static List<Facet> codes(Handle handle, View view) {
        boolean all = view.filter().withoutCodes().isAll();
        String images = all ? "" : "join image i on i.id = c.image_id";
        return facet(handle, view, view.filter().withoutCodes(), """
                with variable as materialized (
                    select v ->> 'key' as key, nullif(v ->> 'label', '') as label, v -> 'categories' as categories
                    from (select content from codebook_version
                          where project_id = :project and published_at is not null
                          order by number desc limit 1) newest,
                         jsonb_array_elements(newest.content -> 'variables') v
                ), category as materialized (
                    select v.key as variable, c ->> 'key' as key, nullif(c ->> 'label', '') as label
                    from variable v, jsonb_array_elements(v.categories) c
                )
                select 'code' as part, o.id || ':' || s.variable || ':' || s.value as value,
                       o.name || ': ' || coalesce(v.label, s.variable) || ' = '
                           || coalesce(c.label, replace(ltrim(s.value, '~'), '_', ' ')) as label, s.n
                from coder o
                join lateral (
                    select c.variable, coalesce(c.value, '~' || c.state) as value, count(distinct c.image_id) as n
                    from code c %1$s
                    where c.coder_id = o.id
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = c.image_id and u.coder_id = c.coder_id) %2$s
                    group by 1, 2
                ) s on true
                left join variable v on v.key = s.variable
                left join category c on c.variable = s.variable and c.key = s.value
                where o.project_id = :project
                order by o.id, s.variable, s.n desc, s.value limit 400
                """, images);
    }

    private static List<Facet> facet(Handle handle, View view, ImageFilter others, String sql, String first) {
        var other = new View(view.project(), others);
        return bind(handle, sql.formatted(first, others.where().sql()), other)
                .mapTo(Facet.class)
                .list();
    }
}
