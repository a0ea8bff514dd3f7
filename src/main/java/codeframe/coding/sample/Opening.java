package codeframe.coding.sample;

import codeframe.codebook.Unit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What opening a test sample freezes: from then on these are what was tested.
 *
 * @param codebookHash SHA-256 of the version's content
 */
public record Opening(int codebookVersion, String codebookHash, List<Tested> runs) {
    /**
     * A run that coded images of the sample.
     *
     * @param promptHash null where the model was given no prompt
     * @param images that it dealt with; the leads of its unit
     */
    public record Tested(
            long run,
            String name,
            String kind,
            String model,
            int codebookVersion,
            String promptHash,
            Unit unit,
            long images) {
        /** Openings of before there were posts and videos name no unit. */
        public Tested {
            unit = unit == null ? Unit.IMAGE : unit;
        }
    }

    /** What an opened sample was opened with. */
    static Optional<Opening> stored(Sample sample) {
        return Optional.ofNullable(sample.openedWith()).map(json -> json.as(Opening.class));
    }

    static Opening of(Handle handle, Sample sample) {
        var hash = handle.createQuery("""
                        select encode(sha256(convert_to(content::text, 'UTF8')), 'hex')
                        from codebook_version where id = :version
                        """)
                .bind("version", sample.codebookVersionId())
                .mapTo(String.class)
                .one();
        return new Opening(sample.codebookVersion(), hash, runs(handle, sample));
    }

    private static List<Tested> runs(Handle handle, Sample sample) {
        return handle.createQuery("""
                        select r.id as run, r.name, r.kind, r.model, v.number as codebook_version,
                               r.parameters #>> '{prompt,sha256}' as prompt_hash, r.unit, count(*) as images
                        from run r
                        join codebook_version v on v.id = r.codebook_version_id
                        join run_item t on t.run_id = r.id and t.outcome is not null
                        join sample_image i on i.image_id = t.image_id and i.sample_id = :sample
                        where r.project_id = :project and r.kind <> 'caption'
                        group by r.id, v.number
                        order by r.id
                        """)
                .bind("sample", sample.id())
                .bind("project", sample.projectId())
                .mapTo(Tested.class)
                .list();
    }
}
