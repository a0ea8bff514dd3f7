package codeframe.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Posts of a project, their pictures, and what was coded of them as a whole. */
public interface Posts {
    /**
     * Null where nothing is known; {@code lead} is the picture that it is coded under, null where it has none.
     *
     * @param removedAt when the last of its pictures that it shows no more was taken out of the project
     */
    record Post(
            long id,
            String name,
            String account,
            Instant postedAt,
            String text,
            String url,
            Long lead,
            long removed,
            Instant removedAt) {
        public boolean hasWebAddress() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }

    /** {@code removed} counts its pictures that were taken out of the project and did not come again. */
    @SqlQuery("""
            select p.id, p.external_id as name, p.account, p.posted_at, p.text, p.url, p.lead_id as lead,
                   gone.removed, gone.removed_at
            from post p
            cross join lateral (
                select count(distinct r.sha256) as removed, max(l.removed_at) as removed_at
                from (select g.image_id from removed_image g where g.post_id = p.id
                      union
                      select a.image_id from removed_appearance a where a.post_id = p.id) shown
                join removed_image r on r.image_id = shown.image_id
                join removal l on l.id = r.removal_id
                where not exists (
                      select from image i
                      where i.project_id = p.project_id and i.sha256 = r.sha256
                        and (i.post_id = p.id
                             or exists (select from appearance a where a.image_id = i.id and a.post_id = p.id)))) gone
            where p.project_id = :project and p.id = :post
            """)
    Optional<Post> find(long project, long post);

    /** A post of a list; {@code images} is how many pictures and videos it shows, and what is not known is null. */
    record Listed(
            long id, String name, String account, Instant postedAt, String text, String url, Long lead, long images) {}

    /** In the order they came, after one of them. */
    @SqlQuery("""
            select p.id, p.external_id as name, p.account, p.posted_at, p.text, p.url, p.lead_id as lead,
                   (select count(*) from image i where i.post_id = p.id and i.parent_id is null)
                   + (select count(distinct a.image_id) from appearance a join image i on i.id = a.image_id
                      where a.post_id = p.id and i.post_id is distinct from p.id) as images
            from post p
            where p.project_id = :project and p.id > :after
            order by p.id
            limit :limit
            """)
    List<Listed> after(long project, long after, int limit);

    /** {@code earlier} is the post that showed the picture first, where that is another one; {@code rate} is that of a video. */
    record Part(long id, String path, String medium, Long earlier, String earlierName, Double rate) {
        public boolean isVideo() {
            return medium.equals("video");
        }

        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** In the order of the post. */
    @SqlQuery("""
            with shown as (
                select i.id, i.position, null::bigint as earlier from image i
                where i.project_id = :project and i.post_id = :post and i.parent_id is null
                union
                select i.id, a.position, i.post_id from appearance a join image i on i.id = a.image_id
                where a.project_id = :project and a.post_id = :post and i.post_id is distinct from a.post_id)
            select i.id, i.path, i.medium, s.earlier, e.external_id as earlier_name, v.rate
            from shown s
            join image i on i.id = s.id
            left join post e on e.id = s.earlier
            left join video v on v.sha256 = i.sha256
            order by s.position nulls last, i.path, i.id
            """)
    List<Part> parts(long project, long post);

    /**
     * How the post's answer to a variable was lifted from codes of its images, in the words of the codebook that was
     * lifted by; {@code counted} is how often each was said, "Ape 2, Bee 1".
     */
    record Lifted(long run, String name, String variable, String rule, long images, String counted) {}

    /** As far as the viewer may see what they say; the several values of an answer were lifted as one. */
    @SqlQuery("""
            select distinct on (r.id, c.variable)
                   r.id as run, o.name, (c.detail ->> 'rule') || ' v' || (c.detail ->> 'version') as rule,
                   coalesce(cast(c.detail ->> 'n_images' as bigint), 0) as images,
                   coalesce(jsonb_path_query_first(v.content, '$.variables[*] ? (@.key == $variable).label',
                                jsonb_build_object('variable', c.variable)) #>> '{}',
                            c.variable) as variable,
                   coalesce((select string_agg(
                                 coalesce(jsonb_path_query_first(v.content,
                                              '$.variables[*] ? (@.key == $variable).categories[*] ? (@.key == $value).label',
                                              jsonb_build_object('variable', c.variable, 'value', n.said)) #>> '{}',
                                          replace(n.said, '_', ' ')) || ' ' || n.times,
                                 ', ' order by cast(n.times as bigint) desc, n.said collate "C")
                             from jsonb_each_text(c.detail -> 'counts') as n(said, times)), '') as counted
            from code c
            join coding k on k.id = c.coding_id
            join codebook_version v on v.id = k.codebook_version_id
            join coder o on o.id = c.coder_id
            join run r on r.id = o.run_id and r.kind = 'lift' and r.unit = 'post'
            where r.project_id = :project and c.image_id = :lead
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = c.image_id and u.coder_id = c.coder_id)
            order by r.id, c.variable, c.value
            """)
    List<Lifted> lifted(long project, long lead, long viewer);
}
