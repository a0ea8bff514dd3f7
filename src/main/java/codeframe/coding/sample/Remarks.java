package codeframe.coding.sample;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What people flagged or noted while they coded a sample, as far as the reader may see their codes. */
public interface Remarks {
    int MOST = 200;

    record Remark(long image, String path, String coder, boolean flagged, String note, Instant at) {}

    /** Flagged ones first, of each kind the newest; one more than are shown tells that there are more. */
    @SqlQuery("""
            select k.image_id as image, i.path, c.name as coder, k.flagged, k.note, k.updated_at as at
            from coding k
            join image i on i.id = k.image_id
            join coder c on c.id = k.coder_id and c.kind = 'person'
            where k.project_id = :project and k.sample_id = :sample and (k.flagged or k.note <> '')
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = k.image_id and u.coder_id = k.coder_id)
            order by k.flagged desc, k.updated_at desc, k.id
            limit 201
            """)
    List<Remark> of(long project, long sample, long viewer);
}
