package codeframe.image;

import codeframe.web.Word;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a filter can be narrowed by, with how many images each value would leave. */
public final class GalleryFacets {
    private final Jdbi jdbi;

    public GalleryFacets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The values of every part with their counts, the frequent ones first. */
    public List<Gallery.Facet> of(Gallery.View view) {
        return jdbi.withHandle(handle -> {
            var facets = new ArrayList<Gallery.Facet>();
            facets.addAll(plain(handle, view, view.filter().without("account"), "account"));
            facets.addAll(plain(handle, view, view.filter().without("kind"), "kind"));
            facets.addAll(imports(handle, view));
            facets.addAll(named(handle, view, view.filter().without("sample"), "sample"));
            facets.addAll(named(handle, view, view.filter().without("selection"), "selection"));
            facets.addAll(seen(handle, view));
            boolean framed = hasFrames(handle, view);
            facets.addAll(codes(handle, view, framed));
            facets.addAll(splits(handle, view, framed));
            if (framed) {
                facets.addAll(frames(handle, view));
            }
            return facets;
        });
    }

    // The column is one of two names of ours, never what was typed. A picture counts once for each value of its posts.
    private static List<Gallery.Facet> plain(Handle handle, Gallery.View view, ImageFilter others, String column) {
        return facet(handle, view, others, """
                select '%1$s' as part, value, '' as of, value as label, sum(n) as n
                from (select i.%1$s as value, count(*) as n
                      from image i
                      where i.project_id = :project and i.%1$s is not null %2$s
                      group by i.%1$s
                      union all
                      select a.%1$s, count(distinct a.image_id)
                      from appearance a join image i on i.id = a.image_id
                      where a.project_id = :project and a.%1$s is not null and a.%1$s is distinct from i.%1$s %2$s
                      group by a.%1$s) posts
                group by value order by n desc, value limit 300
                """, column);
    }

    private static List<Gallery.Facet> imports(Handle handle, Gallery.View view) {
        return facet(handle, view, view.filter().without("import"), """
                select 'import' as part, i.import_id::text as value, '' as of, 'Import ' || i.import_id as label, count(*) as n
                from image i
                where i.project_id = :project and i.import_id is not null %2$s
                group by i.import_id order by i.import_id desc limit 100
                """, "");
    }

    // Samples and selections alike: a table of names and one of their images.
    private static List<Gallery.Facet> named(Handle handle, Gallery.View view, ImageFilter others, String table) {
        return facet(handle, view, others, """
                select '%1$s' as part, s.id::text as value, '' as of, s.name as label, count(*) as n
                from %1$s s
                join %1$s_image m on m.%1$s_id = s.id
                join image i on i.id = m.image_id
                where s.project_id = :project %2$s
                group by s.id, s.name order by s.id desc limit 100
                """, table);
    }

    /** Features of each kind that hold the words that are looked for. */
    private static List<Gallery.Facet> seen(Handle handle, Gallery.View view) {
        var words = new Seen(view.filter().seen().words(), "");
        return facet(handle, view, view.filter().without("seen_in"), """
                select 'seen_in' as part, f.kind as value, '' as of, f.kind as label, count(distinct f.image_id) as n
                from feature_source s
                join feature f on f.source_id = s.id
                join image i on i.id = f.image_id
                where s.project_id = :project and %1$s %2$s
                group by f.kind order by n desc, f.kind
                """, words.sql()).stream()
                .map(facet -> new Gallery.Facet(
                        facet.part(),
                        facet.value(),
                        facet.of(),
                        FeatureKind.ofWord(facet.value()).orElseThrow().label(),
                        facet.n()))
                .toList();
    }

    /** Why the words looked for find nothing at all: each is left out of the search in the languages of all sources. */
    String unsearchable(Gallery.View view) {
        var words = view.filter().seen().words();
        boolean silent = !words.isEmpty()
                && jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) > 0 and bool_and(numnode(websearch_to_tsquery(language::regconfig, :words)) = 0)
                        from (select distinct language from feature_source where project_id = :project) s
                        """)
                        .bind("words", words)
                        .bind("project", view.project())
                        .mapTo(Boolean.class)
                        .one());
        return silent
                ? "“" + words
                        + "” finds nothing whatever the images show: it holds only signs, or words that stand everywhere"
                        + " (the, and, of …), which are left out of the search. Type a word that tells images apart."
                : "";
    }

    /** Called by the labels of the newest codebook; what it has none for is called as it is stored. */
    private static List<Gallery.Facet> codes(Handle handle, Gallery.View view, boolean framed) {
        boolean all = everything(view.filter().without("code"), framed);
        String images = all ? "" : "join image i on i.id = c.image_id";
        return facet(
                handle,
                view,
                all
                        ? ImageFilter.WITH_FRAMES.seenBy(view.filter().viewer())
                        : view.filter().without("code"),
                """
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
                       o.name || ': ' || coalesce(v.label, s.variable) as of,
                       coalesce(c.label, replace(ltrim(s.value, '~'), '_', ' ')) as label, s.n
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
                """,
                images);
    }

    /** How far the voters of each vote differ; of a vote by the labels of its own codebook. */
    private static List<Gallery.Facet> splits(Handle handle, Gallery.View view, boolean framed) {
        boolean all = everything(view.filter().without("split"), framed);
        String images = all ? "" : "join image i on i.id = s.image_id";
        var sql = """
                select 'split' as part, o.id || ':' || t.variable || ':' || t.extent as value,
                       o.name || ': ' || coalesce(nullif(v.content ->> 'label', ''), t.variable) as of, t.extent as label, t.n
                from coder o
                join run r on r.id = o.run_id and r.kind = 'vote'
                join codebook_version b on b.id = r.codebook_version_id
                join lateral (
                    select s.variable, EXTENT as extent, count(*) as n, min(s.differing) as least
                    from vote_split s %1$s
                    where s.coder_id = o.id
                      and not exists (select from unseen_codes(:project, :viewer) u
                                      where u.image_id = s.image_id and u.coder_id = s.coder_id) %2$s
                    group by 1, 2
                ) t on true
                left join lateral (select content from jsonb_array_elements(b.content -> 'variables') as v (content)
                                   where content ->> 'key' = t.variable) v on true
                where o.project_id = :project
                order by o.id desc, t.variable, t.least limit 120
                """.replace("EXTENT", VoteSplit.Extent.words("s.differing"));
        var others = all
                ? ImageFilter.WITH_FRAMES.seenBy(view.filter().viewer())
                : view.filter().without("split");
        return facet(handle, view, others, sql, images).stream()
                .map(facet -> new Gallery.Facet(
                        facet.part(),
                        facet.value(),
                        facet.of(),
                        Word.named(VoteSplit.Extent.values(), facet.label())
                                .orElseThrow()
                                .label(),
                        facet.n()))
                .toList();
    }

    private static List<Gallery.Facet> frames(Handle handle, Gallery.View view) {
        var facets = new ArrayList<>(List.of(
                frames(handle, view, FramesShown.WITH, "Shown too"), frames(handle, view, FramesShown.ONLY, "Alone")));
        var chosen = view.filter().frames();
        if (chosen.ofVideo()) {
            facets.add(frames(handle, view, chosen.text(), "Of one video"));
        }
        return facets;
    }

    private static Gallery.Facet frames(Handle handle, Gallery.View view, String value, String label) {
        var others = view.filter().withFrames(value);
        var sql = "select count(*) from (select from image i where i.project_id = :project %s limit %d) as counted"
                .formatted(others.where().sql(), Gallery.COUNTED + 1);
        long n = Gallery.bind(handle, sql, new Gallery.View(view.project(), others))
                .mapTo(Long.class)
                .one();
        return new Gallery.Facet("frames", value, "", label, n);
    }

    private static boolean hasFrames(Handle handle, Gallery.View view) {
        return handle.createQuery("select exists (select from image where project_id = :project and medium = 'frame')")
                .bind("project", view.project())
                .mapTo(Boolean.class)
                .one();
    }

    /** Whether no image at all is filtered out, folded frames included: then the images need not be looked at. */
    private static boolean everything(ImageFilter others, boolean framed) {
        return others.isAll() && !framed;
    }

    private static List<Gallery.Facet> facet(
            Handle handle, Gallery.View view, ImageFilter others, String sql, String first) {
        var other = new Gallery.View(view.project(), others);
        return Gallery.bind(handle, sql.formatted(first, others.where().sql()), other)
                .mapTo(Gallery.Facet.class)
                .list();
    }
}
