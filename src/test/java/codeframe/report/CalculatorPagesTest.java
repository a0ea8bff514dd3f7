package codeframe.report;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.report.published.PublishedCases;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalculatorPagesTest {
    private static TestApp app;
    private static Browser ona;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        ona = app.browser(World.ONA);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<String> compute(String path, String csv, String more) {
        ona.get(path);
        return ona.post(path, "csv=" + Browser.encode(csv) + "&level=nominal&weights=&categories=&seed=1" + more);
    }

    @Test
    void a_pasted_table_gives_the_report() {
        var answer = compute(
                "/calculator",
                "unit,Ona,Cleo\n1,a,b\n2,b,b\n3,a,b\n4,a,a\n5,a,a\n6,a,b\n7,a,a\n8,a,a\n9,b,a\n10,a,a\n",
                "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Krippendorff's α", "0.095", "Cohen's κ", "Ona", "Specific agreement")
                .contains("BCa bootstrap over units, 10,000 replicates, seed 1");
    }

    @Test
    void numbers_have_intraclass_correlations() {
        ona.get("/calculator");
        assertThat(ona.post(
                                "/calculator",
                                "level=interval&weights=&categories=&seed=1&csv="
                                        + Browser.encode("unit,Ona,Cleo\n1,4,6\n2,4,4\n3,8,5\n4,1,4\n"))
                        .body())
                .contains("ICC(A,1), absolute agreement", "ICC(C,1), consistency", "F (McGraw and Wong 1996)")
                .contains("concordance correlation", "Fisher");
    }

    @Test
    void a_mistake_keeps_what_was_typed() {
        var answer = compute("/calculator", "unit,Ona,Cleo\n1,yes,Yes\n", "");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("They differ only by case or spaces", "1,yes,Yes", "Nothing was computed.");
    }

    @Test
    void a_file_is_read_like_pasted_text() {
        ona.get("/calculator");
        var body = """
                --x\r
                Content-Disposition: form-data; name="level"\r
                \r
                nominal\r
                --x\r
                Content-Disposition: form-data; name="seed"\r
                \r
                1\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="codes.csv"\r
                Content-Type: text/csv\r
                \r
                unit,Ona,Cleo\n1,a,b\n2,b,b\n3,a,a\n\r
                --x--\r
                """;
        var answer = ona.send(HttpRequest.newBuilder(ona.uri("/calculator"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-CSRF-Token", ona.csrf())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Pairable codes");
    }

    @Test
    void the_downloads_carry_the_figures_of_the_page() {
        var csv = compute("/calculator", "unit,A,B\n1,a,b\n2,b,b\n3,a,a\n", "&as=csv");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("agreement.csv");
        assertThat(csv.body())
                .startsWith("variable,figure,of,n,value,se,ci_low,ci_high,method,undefined")
                .contains("gwet_ac1");
        assertThat(compute("/calculator", "unit,A,B\n1,a,b\n2,b,b\n3,a,a\n", "&as=json")
                        .body())
                .startsWith("{\"units\":3");
    }

    @Test
    void a_machine_is_judged() {
        var answer = compute(
                "/calculator/validation",
                "unit,gold,predicted,probability\n1,a,a,0.9\n2,b,a,0.6\n3,b,Review,0.2\n4,b,b,0.8\n",
                "&abstain=Review");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Macro F1", "no answer", "1 unit without an answer", "Is the machine as sure");
    }

    @Test
    void every_published_case_holds_and_anybody_may_read_it() {
        var cases = PublishedCases.computed();
        assertThat(PublishedCases.computed()).as("once").isSameAs(cases);
        assertThat(cases.holding()).isEqualTo(cases.count()).isGreaterThan(200);
        var page = app.visitor().get("/about-the-numbers");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("All " + cases.count() + " values agree.", "Krippendorff 2011")
                .contains("Fleiss's κ is the form for units with different numbers of codes (Gwet 2014, ch. 2;");
    }
}
