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
            assign(handle, sample, coder, RandomDraw.order(images, seed, coder));
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

    /** @return why the coder has to stay, or an empty text */
    static String remove(Handle handle, Sample sample, long coder) {
        handle.attach(SampleLocks.class).lockCoder(sample.id(), coder);
        long others = count(
                handle,
                "select count(*) from sample_coder where sample_id = :sample and coder_id <> :coder",
                sample.id(),
                coder);
        long coded = count(
                handle,
                "select count(*) from coding where sample_id = :sample and coder_id = :coder",
                sample.id(),
                coder);
        if (coded > 0) {
            return "This coder has coded images of the sample already, so they stay: nothing coded is lost.";
        }
        if (others < sample.codersEach()) {
            return "Images of this sample want " + sample.codersEach()
                    + " coders. Add somebody else first, then take this one off.";
        }
        handle.attach(SampleLocks.class).lockPlaces(sample.id(), coder);
        handle.createUpdate("""
                        update sample_image i set taken = taken - 1
                        from assignment a
                        where a.sample_id = :sample and a.coder_id = :coder and a.state <> 'waiting'
                          and i.sample_id = a.sample_id and i.image_id = a.image_id
                        """)
                .bind("sample", sample.id())
                .bind("coder", coder)
                .execute();
        int gone = handle.execute("delete from sample_coder where sample_id = ? and coder_id = ?", sample.id(), coder);
        return gone > 0 ? "" : "This person does not code the sample.";
    }

    private static long count(Handle handle, String sql, long sample, long coder) {
        return handle.createQuery(sql)
                .bind("sample", sample)
                .bind("coder", coder)
                .mapTo(Long.class)
                .one();
    }
}
