package codeframe.coding;

import codeframe.db.Json;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Codings and their codes. */
public interface Codings {
    /** One code with its image, as the insert below reads it. */
    record CodeRow(long image, String variable, String value, CodeState state, Double confidence, Json detail) {
        static CodeRow of(long image, Code code) {
            return new CodeRow(image, code.variable(), code.value(), code.state(), code.confidence(), code.detail());
        }
    }

    /** New codings of one coder outside any sample, in one statement however many there are. */
    default void add(long project, long coder, long version, List<Coded> coded) {
        var codes = coded.stream()
                .flatMap(one -> one.codes().stream().map(code -> CodeRow.of(one.image(), code)))
                .toList();
        insert(project, coder, version, Json.of(coded), Json.of(codes));
    }

    @SqlUpdate("""
            with made as (
                insert into coding (project_id, coder_id, image_id, codebook_version_id, outcome)
                select :project, :coder, c.image, :version, c.outcome
                from jsonb_to_recordset(:codings) as c(image bigint, outcome text)
                returning id, coder_id, image_id)
            insert into code (coding_id, coder_id, image_id, variable, value, state, confidence, detail)
            select made.id, made.coder_id, made.image_id, c.variable, c.value, c.state, c.confidence, c.detail
            from made
            join jsonb_to_recordset(:codes) as c(
                image bigint, variable text, value text, state text, confidence real, detail jsonb)
              on c.image = made.image_id
            """)
    void insert(long project, long coder, long version, Json codings, Json codes);
}
