package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Json;
import codeframe.report.export.CodedStudy;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import org.junit.jupiter.api.Test;

/** Imported codes of posts and videos stand under their leads, whichever picture the file names. */
class UnitImportTest {
    private static final String CODEBOOK = """
            codebook: Posts
            variables:
              - {key: mood, label: Mood, type: boolean, unit: post}
              - key: things
                label: Things
                type: multi
                unit: post
                categories:
                  - {key: flag, label: Flag}
                  - {key: lectern, label: Lectern}
              - {key: loud, label: Loud, type: boolean, unit: video}
              - {key: indoors, label: Indoors, type: boolean}
            """;

    @Test
    void answers_go_to_the_unit_of_their_variable() {
        try (var app = TestApp.start()) {
            var study = new CodedStudy(app.jdbi());
            study.publish(CODEBOOK);
            for (var name : "a1 a2 b1 b2 lone clip f1 f2".split(" ")) {
                study.image(name + ".jpg");
            }
            app.jdbi().useHandle(handle -> handle.createScript("""
                    insert into post (id, project_id, external_id, metadata) overriding system value
                        values (101, 1, 'a', '{}'), (102, 1, 'b', '{}');
                    update image set post_id = 101 where path like 'a%';
                    update image set post_id = 102 where path like 'b%';
                    update post set lead_id = (select id from image where path = 'a1.jpg') where id = 101;
                    update post set lead_id = (select id from image where path = 'b1.jpg') where id = 102;
                    insert into import (id, project_id, state, files, created_by, finished_at) overriding system value
                        values (1, 1, 'done', 1, 1, now());
                    insert into import_part (id, import_id, name, size, stored) overriding system value
                        values (1, 1, 't.csv', 1, true);
                    insert into import_table (id, import_id, part_id, position, name, columns, profile, mapping)
                        overriding system value values (1, 1, 1, 0, 't.csv', '{}', 'generic', '{}');
                    insert into import_row (id, table_id, line, cells) overriding system value values (1, 1, 1, '{}');
                    insert into appearance (project_id, row_id, post_id, image_id)
                        select 1, 1, 102, id from image where path = 'a2.jpg';
                    update image set medium = 'video' where path = 'clip.jpg';
                    update image set medium = 'frame', t_ms = id, parent_id = (select id from image where path = 'clip.jpg')
                        where path like 'f%'
                    """).execute());
            var report = new Json(app.api(World.ONA)
                            .post("/api/v1/projects/1/codes", "text/csv", """
                            image,variable,value,coder
                            a2.jpg,mood,yes,Ana
                            a1.jpg,mood,yes,Ana
                            a2.jpg,indoors,no,Ana
                            b1.jpg,mood,yes,Ana
                            b2.jpg,mood,no,Ana
                            a1.jpg,things,flag,Ben
                            a2.jpg,things,lectern,Ben
                            b2.jpg,things,flag,Ben
                            b2.jpg,things,lectern,Ben
                            f2.jpg,loud,yes,Ana
                            clip.jpg,loud,no,Ben
                            f1.jpg,indoors,yes,Ana
                            lone.jpg,mood,yes,Ana
                            a1.jpg,loud,yes,Ana
                            clip.jpg,indoors,yes,Ana
                            a1.jpg,indoors,no,Ana
                            b1.jpg,indoors,no,Ben
                            """)
                            .body())
                    .tree();
            assertThat(report.get("unmatched"))
                    .extracting(one ->
                            one.get("row").asInt() + " " + one.get("reason").asText())
                    .containsExactly(
                            "5 Ana gives two answers for mood of the post of image 3: yes, no. None of them is taken.",
                            "6 Ana gives two answers for mood of the post of image 3: yes, no. None of them is taken.",
                            "7 Ben gives two answers for things of the post of image 1: flag, lectern. None of them is"
                                    + " taken.",
                            "8 Ben gives two answers for things of the post of image 1: flag, lectern. None of them is"
                                    + " taken.",
                            "14 \"lone.jpg\" belongs to no post, and mood is asked of posts.",
                            "15 \"a1.jpg\" belongs to no video, and loud is asked of videos.",
                            "16 \"clip.jpg\" is a video, and indoors is asked of images; name one of its frames.");
            assertThat(study.texts("""
                            select r.name || ' ' || i.path || ' ' || c.variable || ' ' || c.value
                            from code c join coder r on r.id = c.coder_id join image i on i.id = c.image_id order by 1
                            """))
                    .containsExactly(
                            "Ana a1.jpg indoors no",
                            "Ana a1.jpg mood yes",
                            "Ana a2.jpg indoors no",
                            "Ana clip.jpg loud yes",
                            "Ana f1.jpg indoors yes",
                            "Ben b1.jpg indoors no",
                            "Ben b1.jpg things flag",
                            "Ben b1.jpg things lectern",
                            "Ben clip.jpg loud no");
            var ona = app.browser(World.ONA);
            assertThat(ona.get("/projects/1/images/3/remove").body())
                    .as("b1 leads its post")
                    .contains("all that was coded of 1 post as a whole");
            assertThat(ona.get("/projects/1/images/4/remove").body()).doesNotContain("as a whole");
            assertThat(ona.get("/projects/1/images").body())
                    .as("b shows a2 again")
                    .contains("post of 2", "post of 3");
            codesOfTheLeadAloneAreNotThoseOfThePost(app);
        }
    }

    /** One coding of an import has both. */
    private static void codesOfTheLeadAloneAreNotThoseOfThePost(TestApp app) {
        var post = app.api(World.ONA).json("/api/v1/projects/1/posts/101");
        assertThat(post.at("/codings").findValuesAsText("coder")).containsExactly("Ana");
        assertThat(post.at("/codings").findValuesAsText("variable")).containsExactly("mood");
        assertThat(app.browser(World.ONA).get("/projects/1/posts/101").body())
                .contains("<td>Mood</td>")
                .doesNotContain("<td>Indoors</td>");
        assertThat(app.api(World.ONA)
                        .json("/api/v1/projects/1/posts/102")
                        .at("/codings")
                        .findValuesAsText("variable"))
                .containsExactly("things", "things");
    }
}
