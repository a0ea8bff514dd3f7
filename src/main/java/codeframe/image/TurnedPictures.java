package codeframe.image;

import codeframe.image.decode.Orientation;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Pictures whose files have a mark that tells programs to turn or mirror them, as those of cameras often have. */
public interface TurnedPictures {
    /** Empty where nobody has looked yet. */
    @SqlQuery("select turned from blob where sha256 = decode(:sha256, 'hex') and turned is not null")
    Optional<Boolean> known(String sha256);

    @SqlUpdate("update blob set turned = :turned where sha256 = decode(:sha256, 'hex') and turned is null")
    void remember(String sha256, boolean turned);

    default boolean isTurned(String sha256, Images images) {
        return known(sha256).orElseGet(() -> {
            boolean turned = images.bytes(sha256)
                    .map(bytes -> Orientation.of(bytes) != Orientation.UPRIGHT)
                    .orElse(false);
            remember(sha256, turned);
            return turned;
        });
    }

    /** Runs of CLIP that were shown the picture as its file stores it; of those whose codes the person may see. */
    @SqlQuery("""
            select distinct o.name
            from coding g
            join coder o on o.id = g.coder_id
            join run r on r.id = o.run_id and r.kind = 'clip'
            where g.project_id = :project and g.image_id = :image
              and coalesce(r.parameters ->> 'orientation', 'stored') = 'stored'
              and not exists (select from unseen_codes(:project, :viewer) u
                              where u.image_id = g.image_id and u.coder_id = g.coder_id)
            order by o.name
            """)
    List<String> seenAsStored(long project, long image, long viewer);
}
