package codeframe.clip;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Image vectors, computed once per content and model and shared by every run. */
public interface Embeddings {
    /** A vector as little-endian 32-bit floats. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(byte[] sha256, byte[] vector) {}

    @SqlQuery("""
            select sha256, vector
            from embedding
            where model = :model and sha256 in (<hashes>)
            """)
    List<Stored> stored(String model, @BindList List<byte[]> hashes);

    /** Two workers that met at the same picture made the same vector. */
    @SqlBatch("""
            insert into embedding (sha256, model, vector)
            values (:sha256, :model, :vector)
            on conflict do nothing
            """)
    void keep(String model, List<byte[]> sha256, List<byte[]> vector);

    @SqlQuery("""
            select bytes
            from blob
            where sha256 = :sha256
            """)
    Optional<byte[]> file(byte[] sha256);
}
