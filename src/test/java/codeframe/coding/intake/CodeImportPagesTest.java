package codeframe.coding.intake;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.export.CodedStudy;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Importing human codes in the browser. */
class CodeImportPagesTest {
    private static final String IMPORT = "/projects/1/codes/import";
    private TestApp app;
    private Browser ona;

    @BeforeEach
    void start() {
        app = TestApp.start();
        var study = new CodedStudy(app.jdbi());
        study.publish(CodedStudy.CODEBOOK);
        study.image("one.jpg");
        study.image("two.jpg");
        ona = app.browser(World.ONA);
        ona.get(IMPORT);
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void the_report_says_what_became_of_every_row_and_stays() {
        var answer = upload(
                "",
                "codes.csv",
                "image,variable,value,coder\none.jpg,image_type,poster,Lea\nx.jpg,image_type,poster,Lea\n");
        assertThat(answer.statusCode()).isEqualTo(303);
        var address = answer.headers().firstValue("Location").orElseThrow();
        assertThat(ona.get(address).body())
                .contains("codes.csv")
                .contains("1 taken whole, 1 with something left out")
                .contains("No image of this project is called")
                .contains("Lea");
        assertThat(ona.get(address + "/unmatched.csv").body())
                .isEqualTo("row,reason\r\n3,\"No image of this project is called \"\"x.jpg\"\".\"\r\n");
        assertThat(ona.get(IMPORT).body()).contains("Imported so far").contains(address);
        assertThat(ona.get("/projects/1/history").body()).contains("from codes.csv");
    }

    @Test
    void json_is_read_as_label_studio() {
        var answer = upload(
                "match",
                "tasks.json",
                "[{\"data\":{\"match\":\"two\"},\"annotations\":[{\"completed_by\":2,\"result\":[{\"from_name\":\"people\",\"type\":\"number\",\"value\":{\"number\":2}}]}]}]");
        assertThat(ona.get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Annotator 2")
                .contains("Every answer of the file was taken.");
    }

    @Test
    void what_is_wrong_is_told_above_the_form_with_what_was_typed() {
        var answer = upload("Picture", "tasks.json", "[{\"data\":{\"image\":\"two\"}}]");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("tasks.json: No task has a field")
                .contains("The fields are: image.")
                .contains("value=\"Picture\"");
        assertThat(upload("", "empty.csv", "").body()).contains("The table is empty");
        assertThat(ona.post(IMPORT, "").body()).contains("Choose a file");
    }

    @Test
    void only_owners_import() {
        assertThat(app.browser(World.CLEO).get(IMPORT).statusCode()).isEqualTo(403);
        assertThat(app.browser(World.OZ).get(IMPORT).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> upload(String match, String name, String content) {
        var body = part("match\"", match) + part("files\"; filename=\"" + name + "\"", content) + "--b--\r\n";
        return ona.send(HttpRequest.newBuilder(ona.uri(IMPORT + "?_csrf=" + ona.csrf()))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }
}
