package codeframe.clip;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Image vectors, computed once per content and model and shared by every run. */
public interface Embeddings {
    /**
     * A vector as little-endian 32-bit floats.
     *
     * @param fingerprintId of the machine that made it; empty of those from before machines were written down
     */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(byte[] sha256, byte[] vector, Optional<Long> fingerprintId) {}

    /** A picture without a mark for turning it is the same as people see it and as its file stores it. */
    @SqlQuery("""
            select e.sha256, e.vector, e.fingerprint_id
            from embedding e join blob b on b.sha256 = e.sha256
            where e.model = :model and (e.upright = :upright or b.turned = false) and e.sha256 in (<hashes>)
            """)
    List<Stored> stored(String model, boolean upright, @BindList List<byte[]> hashes);

    /** Those of the other sight, of pictures that nobody has looked at for a mark yet. */
    @SqlQuery("""
            select e.sha256, e.vector, e.fingerprint_id
            from embedding e join blob b on b.sha256 = e.sha256
            where e.model = :model and e.upright <> :upright and b.turned is null and e.sha256 in (<hashes>)
            """)
    List<Stored> unseen(String model, boolean upright, @BindList List<byte[]> hashes);

    /** Two workers that met at the same picture made the same vector. */
    @SqlBatch("""
            insert into embedding (sha256, model, upright, vector, fingerprint_id)
            values (:sha256, :model, :upright, :vector, cast(:fingerprint as bigint))
            on conflict do nothing
            """)
    void keep(String model, boolean upright, Optional<Long> fingerprint, List<byte[]> sha256, List<byte[]> vector);

    @SqlBatch("""
            update blob
            set turned = :turned
            where sha256 = :sha256 and turned is null
            """)
    void remember(List<byte[]> sha256, List<Boolean> turned);

    /** The bytes of a file as they were imported. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record File(byte[] sha256, byte[] bytes) {}

    /**
     * The first one at least, and as many more of them as fit together; none when none is stored any more.
     *
     * @param room bytes
     */
    @SqlQuery("""
            select sha256, bytes
            from (select sha256, bytes, sum(size) over (order by sha256) as together, row_number() over (order by sha256) as n
                  from blob
                  where sha256 in (<hashes>) and bytes is not null) stored
            where n = 1 or together <= :room
            """)
    List<File> files(@BindList List<byte[]> hashes, long room);

    @SqlQuery("""
            select bytes
            from blob
            where sha256 = :sha256
            """)
    Optional<byte[]> file(byte[] sha256);
}
