package codeframe.clip;

import codeframe.db.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What models made of drawn inputs, on which machines, and which runs used vectors from there. */
public interface Fingerprints {
    /** @param model by its content, see {@link ModelHash} */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Kept(
            long id, String model, String precision, String library, String processor, byte[] vectors, Instant madeAt) {
        /** Whether both are of the same files; a model that was replaced has vectors of its own. */
        boolean sharesModel(Kept other) {
            return model.equals(other.model);
        }

        DrawnVectors drawn() {
            return DrawnVectors.of(vectors);
        }

        Computer computer() {
            return new Computer(library, processor);
        }
    }

    /**
     * The last self-test of an installed model, on any node.
     *
     * @param files {@link ModelFile}s
     * @param model by its content
     */
    record Passport(String name, Json files, long fingerprintId, String model, Instant testedAt) {
        List<ModelFile> list() {
            return files.as(new TypeReference<List<ModelFile>>() {});
        }

        /** Whether the folder still holds what was tested, as far as that can be told without reading it. */
        boolean isOf(FolderState folder) {
            return folder.holds(list(), testedAt);
        }
    }

    /** All of the models that these are of, the first first. */
    @SqlQuery("""
            select id, model, precision, library, processor, vectors, made_at
            from model_fingerprint
            where model in (select model from model_fingerprint where id = any(:fingerprints))
            order by id
            """)
    List<Kept> besides(List<Long> fingerprints);

    @SqlQuery("""
            select id, model, precision, library, processor, vectors, made_at
            from model_fingerprint
            where model = :model and precision = :precision
            order by id
            """)
    List<Kept> of(String model, String precision);

    /** A database that was put back to an earlier state knows nothing of later tests. */
    @SqlQuery("select exists (select from model_fingerprint where id = :id)")
    boolean holds(long id);

    @SqlUpdate("""
            insert into model_fingerprint (model, precision, library, processor, vectors)
            values (:model, :precision, :library, :processor, :vectors)
            """)
    @GetGeneratedKeys
    Kept keep(String model, String precision, String library, String processor, byte[] vectors);

    @SqlQuery("""
            select p.name, p.files, p.fingerprint_id, f.model, p.tested_at
            from model_passport p join model_fingerprint f on f.id = p.fingerprint_id
            """)
    List<Passport> passports();

    @SqlQuery("""
            select p.name, p.files, p.fingerprint_id, f.model, p.tested_at
            from model_passport p join model_fingerprint f on f.id = p.fingerprint_id
            where p.name = :name
            """)
    Optional<Passport> passport(String name);

    /** @param first whether the fingerprint was made by this test; then the test is as old as it is */
    @SqlUpdate("""
            insert into model_passport (name, files, fingerprint_id, tested_at)
            select :name, :files, id, case when :first then made_at else now() end
            from model_fingerprint
            where id = :fingerprint
            on conflict (name) do update
            set files = excluded.files, fingerprint_id = excluded.fingerprint_id, tested_at = excluded.tested_at
            """)
    void issue(String name, Json files, long fingerprint, boolean first);

    /**
     * That a run used vectors from there; nothing where it is gone.
     *
     * @param fingerprint empty where it is unknown who made them
     */
    @SqlUpdate("""
            insert into run_fingerprint (run_id, fingerprint_id)
            select id, cast(:fingerprint as bigint) from run where id = :run
            on conflict do nothing
            """)
    void used(long run, Optional<Long> fingerprint);

    /** Whether it is unknown of some of a run's vectors who made them. */
    @SqlQuery("select exists (select from run_fingerprint where run_id = :run and fingerprint_id is null)")
    boolean usedUnknown(long run);

    /** What the vectors of a run were computed on, in the order of their use. */
    @SqlQuery("""
            select f.id, f.model, f.precision, f.library, f.processor, f.vectors, f.made_at
            from run_fingerprint u join model_fingerprint f on f.id = u.fingerprint_id
            where u.run_id = :run
            order by u.used_at, f.id
            """)
    List<Kept> of(long run);
}
