package codeframe.image;

import codeframe.db.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Posts of a project, their pictures, and what was coded of them as a whole. */
public interface Posts {
    /** Null where nothing is known; {@code lead} is the picture that it is coded under, null where it has none. */
    record Post(
            long id, String name, String account, Instant postedAt, String text, String url, Long lead, long removed) {
        public boolean hasWebAddress() {
            return url != null && (url.startsWith("https://") || url.startsWith("http://"));
        }
    }

    /** {@code removed} counts its pictures that were taken out of the project. */
    @SqlQuery("""
            select p.id, p.external_id as name, p.account, p.posted_at, p.text, p.url, p.lead_id as lead,
                   (select count(*) from removed_image r where r.post_id = p.id) as removed
            from post p
            where p.project_id = :project and p.id = :post
            """)
    Optional<Post> find(long project, long post);

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

    /** Codings under the lead that are of the whole post: drawn as one, judged or lifted as one, or brought as one. */
    @SqlQuery("""
            select k.id
            from coding k
            join coder o on o.id = k.coder_id
            left join sample s on s.id = k.sample_id
            left join run r on r.id = o.run_id
            where k.project_id = :project and k.image_id = :lead
              and coalesce(s.unit, r.unit,
                           (select variable_unit(:project, c.variable, 0) from code c where c.coding_id = k.id
                            order by c.variable limit 1)) = 'post'
            """)
    List<Long> codings(long project, long lead);

    /** How a code of the post was lifted from codes of its images; {@code counts} is how often each was said. */
    record Lifted(long run, String name, String variable, String rule, long images, Json counts) {
        /** "Ape 2, Bee 1" */
        public String counted() {
            return counts.tree().properties().stream()
                    .map(one -> one.getKey() + " " + one.getValue().asText())
                    .collect(Collectors.joining(", "));
        }
    }

    /** As far as the viewer may see what they say. */
    @SqlQuery("""
            select r.id as run, o.name, c.variable, (c.detail ->> 'rule') || ' v' || (c.detail ->> 'version') as rule,
                   coalesce(cast(c.detail ->> 'n_images' as bigint), 0) as images, coalesce(c.detail -> 'counts', '{}') as counts
            from code c
            join coder o on o.id = c.coder_id
            join run r on r.id = o.run_id and r.kind = 'lift' and r.unit = 'post'
            where r.project_id = :project and c.image_id = :lead
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = c.image_id and u.coder_id = c.coder_id)
            order by r.id, c.variable
            """)
    List<Lifted> lifted(long project, long lead, long viewer);
}
