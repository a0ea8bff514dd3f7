package codeframe.report.export;

import codeframe.codebook.CodebookJson;
import codeframe.codebook.CodebookYaml;
import codeframe.codebook.Reading;
import codeframe.db.Json;
import codeframe.image.decode.Drawn;
import java.nio.ByteBuffer;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Project 1 with a published codebook and rows as the other features write them, for tests of what is taken in and out. */
public final class CodedStudy {
    public static final String CODEBOOK = """
            codebook: Scenes
            variables:
              - key: image_type
                label: Image type
                group: Picture
                type: single
                unsure: true
                categories:
                  - {key: poster, label: Campaign Material}
                  - {key: crowd, label: Crowd}
                  - {key: studio, label: TV Studio}
              - key: objects
                label: Objects
                type: multi
                categories:
                  - {key: flag, label: Flag}
                  - {key: lectern, label: Lectern}
              - {key: indoors, label: Indoors, type: boolean}
              - {key: people, label: People, type: number}
              - {key: remark, label: Remark, type: text}
            """;

    private final Jdbi jdbi;

    public CodedStudy(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public long publish(String yaml) {
        var read = (Reading.Read) CodebookYaml.read(yaml);
        return id("""
                insert into codebook_version (project_id, number, content, published_at)
                values (1, (select count(*) + 1 from codebook_version where project_id = 1), ?, now()) returning id
                """, new Json(CodebookJson.write(read.codebook())));
    }

    public long image(String path) {
        return image(path, Json.EMPTY);
    }

    public long image(String path, Json metadata) {
        var sha = ByteBuffer.allocate(32).putInt(path.hashCode()).array();
        jdbi.useHandle(handle -> {
            handle.execute("""
                    insert into blob (sha256, media_type, width, height, size, bytes)
                    values (?, 'image/jpeg', 8, 8, 3, ?) on conflict do nothing
                    """, sha, new byte[] {1, 2, 3});
            handle.execute("""
                    insert into thumbnail (sha256, width, media_type, bytes)
                    values (?, 256, 'image/jpeg', ?) on conflict do nothing
                    """, sha, Drawn.jpeg(8, 8, path.hashCode()));
        });
        return id(
                "insert into image (project_id, sha256, path, metadata) values (1, ?, ?, ?) returning id",
                sha,
                path,
                metadata);
    }

    public long person(String email) {
        return id("""
                insert into coder (project_id, kind, user_id, name)
                select 1, 'person', id, name from app_user where email = ? returning id
                """, email);
    }

    /** A run's coder. */
    public long run(String kind, String name, String model) {
        long run = id("""
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state)
                values (1, ?, ?, ?, (select max(id) from codebook_version), array['image_type'], 1, 'done') returning id
                """, kind, name, model);
        return id("insert into coder (project_id, kind, run_id, name) values (1, 'run', ?, ?) returning id", run, name);
    }

    public void outcome(long coder, long image, String outcome) {
        id("""
                insert into run_item (run_id, image_id, outcome)
                select run_id, ?, ? from coder where id = ? returning run_id
                """, image, outcome, coder);
    }

    public long coding(long coder, long image) {
        return id("""
                insert into coding (project_id, coder_id, image_id, codebook_version_id)
                values (1, ?, ?, (select max(id) from codebook_version)) returning id
                """, coder, image);
    }

    /** A further coding of the same image, in another sample. */
    public long coding(long coder, long image, long sample) {
        jdbi.useHandle(handle -> handle.execute("""
                insert into sample (id, project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each)
                overriding system value
                values (?, 1, 'Pilot', 'pilot', 'simple', (select max(id) from codebook_version), '{}', 1, 1, 1, 1, 1)
                on conflict do nothing
                """, sample));
        return id("""
                insert into coding (project_id, coder_id, image_id, sample_id, codebook_version_id)
                values (1, ?, ?, ?, (select max(id) from codebook_version)) returning id
                """, coder, image, sample);
    }

    public long table(String name, String... columns) {
        long part = id("""
                with made as (insert into import (project_id, state) values (1, 'done') returning id)
                insert into import_part (import_id, name) select id, ? from made returning id
                """, name);
        return id("""
                insert into import_table (import_id, part_id, position, name, columns, profile, mapping)
                select import_id, id, 0, name, ?, 'generic', '{}' from import_part where id = ? returning id
                """, columns, part);
    }

    /** @param image null when no file belongs to the row */
    public void row(long table, Long image, String problem, String... cells) {
        long row = id("""
                insert into import_row (table_id, line, cells, problem)
                values (?, 1, ?, nullif(?, '')) returning id
                """, table, cells, problem);
        if (image != null) {
            id("update image set row_id = ? where id = ? returning id", row, image);
        }
    }

    public void code(long coding, String variable, String value) {
        code(coding, variable, value, "coded", null, null);
    }

    public void state(long coding, String variable, String state) {
        code(coding, variable, null, state, null, null);
    }

    public void code(long coding, String variable, String value, String state, Float confidence, Json detail) {
        id("""
                insert into code (coding_id, coder_id, image_id, variable, value, state, confidence, detail)
                select id, coder_id, image_id, ?, ?, ?, ?, ? from coding where id = ? returning coding_id
                """, variable, value, state, confidence, detail, coding);
    }

    /** What a coder leaves with an image besides codes. */
    public void left(long coding, float seconds, boolean flagged, String note) {
        id(
                "update coding set seconds = ?, flagged = ?, note = ? where id = ? returning id",
                seconds,
                flagged,
                note,
                coding);
    }

    public long gold() {
        return id("insert into coder (project_id, kind, name) values (1, 'gold', 'Gold') returning id");
    }

    public void settled(long coding, String variable, String provenance, String reason, String errorType) {
        id("""
                insert into gold (coding_id, variable, provenance, sources, reason, error_type)
                values (?, ?, ?, '[]', ?, nullif(?, '')) returning coding_id
                """, coding, variable, provenance, reason, errorType);
    }

    public long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    public List<String> texts(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private long id(String sql, Object... values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Long.class).one();
        });
    }
}
