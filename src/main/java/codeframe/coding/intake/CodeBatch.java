package codeframe.coding.intake;

import codeframe.coding.Code;
import codeframe.db.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** The changes to one coder's codings, written together: a file of 100,000 rows takes a handful of statements. */
final class CodeBatch {
    private final Handle handle;
    private final long project;
    private final long coder;
    private final long version;
    private final List<New> news = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Changed> changed = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();
    private final List<Written> written = new ArrayList<>();

    CodeBatch(Handle handle, long project, long coder, long version) {
        this.handle = handle;
        this.project = project;
        this.coder = coder;
        this.version = version;
    }

    record New(long image, String note, Instant at) {}

    record Kept(long coding, Was was) {}

    /** Earlier answers as the history keeps them. */
    record Was(String note, List<Code> codes) {}

    record Changed(long coding, String note) {}

    record Gone(long coding, String variable) {}

    record Written(long image, String variable, String value, String state) {
        static Written of(long image, Code code) {
            return new Written(
                    image, code.variable(), code.value(), code.state().word());
        }
    }

    void add(long image, AnswerUnits.Said said) {
        news.add(new New(image, said.note, said.at));
        write(image, said.answers);
    }

    private void write(long image, Map<String, List<Code>> answers) {
        answers.values().forEach(codes -> codes.forEach(code -> written.add(Written.of(image, code))));
    }

    void keep(long coding, String note, Map<String, List<Code>> answers) {
        kept.add(new Kept(
                coding,
                new Was(note, answers.values().stream().flatMap(List::stream).toList())));
    }

    void replace(long coding, long image, String note, Map<String, List<Code>> answers) {
        changed.add(new Changed(coding, note));
        answers.keySet().forEach(variable -> gone.add(new Gone(coding, variable)));
        write(image, answers);
    }

    void write() {
        execute("""
                insert into coding_history (coding_id, was)
                select coding, was from jsonb_to_recordset(:rows) as r(coding bigint, was jsonb)
                """, kept);
        execute("""
                update coding set note = r.note, codebook_version_id = :version, updated_at = now()
                from jsonb_to_recordset(:rows) as r(coding bigint, note text)
                where id = r.coding and project_id = :project
                """, changed);
        execute("""
                delete from code using jsonb_to_recordset(:rows) as r(coding bigint, variable text)
                where coding_id = r.coding and code.variable = r.variable
                """, gone);
        execute("""
                insert into coding (project_id, coder_id, image_id, codebook_version_id, note, created_at, updated_at)
                select :project, :coder, image, :version, note, coalesce(at, now()), coalesce(at, now())
                from jsonb_to_recordset(:rows) as r(image bigint, note text, at timestamptz)
                """, news);
        execute("""
                insert into code (coding_id, coder_id, image_id, variable, value, state)
                select k.id, k.coder_id, k.image_id, r.variable, r.value, r.state
                from jsonb_to_recordset(:rows) as r(image bigint, variable text, value text, state text)
                join coding k on k.project_id = :project and k.coder_id = :coder
                    and k.image_id = r.image and k.sample_id is null
                """, written);
    }

    private void execute(String sql, List<?> rows) {
        if (!rows.isEmpty()) {
            handle.createUpdate(sql)
                    .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                    .bind("rows", Json.of(rows))
                    .bind("project", project)
                    .bind("coder", coder)
                    .bind("version", version)
                    .execute();
        }
    }
}
