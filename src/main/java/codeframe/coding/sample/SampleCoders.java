package codeframe.coding.sample;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Puts people to work on a sample: each becomes a coder of the project and gets an order of their own. */
final class SampleCoders {
    private SampleCoders() {}

    /** Only members who may code; whoever codes it already stays as they are. */
    static void add(Handle handle, long sample, long project, List<Long> users, List<Long> images, long seed) {
        var coders = handle.createQuery("""
                        with person as (
                            insert into coder (project_id, kind, user_id, name)
                            select :project, 'person', u.id, u.name
                            from app_user u
                            join member m on m.user_id = u.id and m.project_id = :project
                            where u.id = any(:users) and m.role in ('owner', 'coder')
                            order by u.id
                            on conflict (project_id, user_id) where kind = 'person' do update set name = excluded.name
                            returning id)
                        insert into sample_coder (sample_id, coder_id)
                        select :sample, id from person
                        on conflict do nothing
                        returning coder_id
                        """)
                .bind("project", project)
                .bind("sample", sample)
                .bindArray("users", Long.class, users)
                .mapTo(Long.class)
                .list();
        for (long coder : coders) {
            assign(handle, sample, coder, Drawing.order(images, seed, coder));
        }
    }

    private static void assign(Handle handle, long sample, long coder, List<Long> order) {
        handle.createUpdate("""
                        insert into assignment (sample_id, coder_id, image_id, position)
                        select :sample, :coder, o.image, o.position
                        from unnest(:order) with ordinality as o(image, position)
                        """)
                .bind("sample", sample)
                .bind("coder", coder)
                .bindArray("order", Long.class, order)
                .execute();
    }
}
