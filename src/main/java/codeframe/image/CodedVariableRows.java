package codeframe.image;

import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Who has answered which variables, as far as the person may see of it: by steps through an index. */
public interface CodedVariableRows {
    /** {@code label} is the newest codebook's; {@code sure} where confidences are known. */
    record Coded(long coder, String name, boolean gold, String variable, String label, boolean sure) {}

    @SqlQuery("""
            with recursive coded as (
                select o.id as coder, (select min(c.variable) from code c where c.coder_id = o.id) as variable
                from coder o
                where o.project_id = :project
                union all
                select d.coder, (select min(c.variable) from code c where c.coder_id = d.coder and c.variable > d.variable)
                from coded d
                where d.variable is not null
            ), variable as materialized (
                select v ->> 'key' as key, nullif(v ->> 'label', '') as label, place
                from (select content from codebook_version
                      where project_id = :project and published_at is not null
                      order by number desc limit 1) newest,
                     jsonb_array_elements(newest.content -> 'variables') with ordinality as v (v, place)
            ), unseen as materialized (
                select image_id, coder_id from unseen_codes(:project, :viewer)
            )
            select d.coder, o.name, o.kind = 'gold' as gold, d.variable, coalesce(v.label, d.variable) as label,
                   exists (select from code c
                           where c.coder_id = d.coder and c.variable = d.variable and c.confidence is not null
                             and not exists (select from unseen u
                                             where u.image_id = c.image_id and u.coder_id = c.coder_id)) as sure
            from coded d
            join coder o on o.id = d.coder
            left join variable v on v.key = d.variable
            where d.variable is not null
              and exists (select from code c
                          where c.coder_id = d.coder and c.variable = d.variable
                            and not exists (select from unseen u
                                            where u.image_id = c.image_id and u.coder_id = c.coder_id))
            order by o.id, v.place, d.variable
            limit 1000
            """)
    List<Coded> coded(long project, long viewer);
}
