package codeframe.llm.run;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.llm.price.Bill;
import codeframe.llm.price.Costs;
import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import codeframe.web.Dollars;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger taken away as CSV says what the pages say, to the last digit. */
class LedgerPagesTest {
    private TestApp app;
    private SlowServer slow;
    private LlmStudy study;
    private long server;
    private long run;
    private Browser ona;

    @BeforeEach
    void run_over_twelve_images() {
        app = TestApp.start();
        slow = new SlowServer(Duration.ofMillis(5));
        study = new LlmStudy(app.database);
        long version = study.publish();
        study.images(12);
        server = study.server(slow.url());
        run = study.run(version, server, "1", Map.of());
        study.finish(run);
        ona = app.browser(World.ONA);
    }

    @AfterEach
    void stop() {
        slow.close();
        app.close();
    }

    private List<NamedCsvRecord> table(String path) {
        var answer = ona.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        return CsvReader.builder().ofNamedCsvRecord(answer.body()).stream().toList();
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> new BigDecimal(row.getField("cost_usd")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of an earlier month, and sent again because the one before it was lost. */
    private void remember(String state, boolean again, String cost) {
        study.execute("""
                insert into llm_request (project_id, server_id, model, purpose, image_id, state, again, reserved, cost,
                                         expected_tokens, said, sent_at)
                select 1, %d, 'eye', 'try', min(id), '%s', %s, 0.1, %s, 900, 'Cut off, "so" it was', '2020-02-03 12:00Z'
                from image
                """.formatted(server, state, again, cost));
    }

    @Test
    void every_request_stands_there_with_its_tokens_and_the_price_of_its_day() {
        remember("lost", false, "0.1");
        remember("failed", true, "0");
        var rows = table("/projects/1/llm/costs/requests.csv");
        assertThat(rows).hasSize(14);
        var answered = rows.get(0);
        assertThat(answered.getField("run_id")).isEqualTo(Long.toString(run));
        assertThat(answered.getField("image")).endsWith(".png");
        assertThat(List.of("server", "model", "outcome", "paid_again", "tokens_in", "tokens_in_cached", "tokens_out"))
                .extracting(answered::getField)
                .containsExactly("Fake", "eye", "answered", "false", "1000", "0", "50");
        assertThat(List.of("price_in", "price_in_cached", "price_out", "price_factor", "cost_usd"))
                .extracting(answered::getField)
                .containsExactly("1", "0.5", "4", "1", "0.0012");
        assertThat(rows.get(12).getField("message")).isEqualTo("Cut off, \"so\" it was");
        assertThat(rows).extracting(row -> row.getField("paid_again")).containsOnlyOnce("true");
        assertThat(table("/projects/1/runs/" + run + "/requests.csv")).hasSize(12);
    }

    @Test
    void the_price_in_the_ledger_stays_when_the_list_is_edited() {
        study.execute("update llm_price set input = 9");
        assertThat(table("/projects/1/llm/costs/requests.csv"))
                .extracting(row -> row.getField("price_in"))
                .containsOnly("1");
    }

    @Test
    void its_sum_is_that_of_the_pages_and_of_the_totals() {
        remember("lost", false, "0.1");
        var all = sum(table("/projects/1/llm/costs/requests.csv"));
        assertThat(all).isEqualByComparingTo("0.1144");
        var page = ona.get("/projects/1/llm/costs").body();
        assertThat(page).contains(Dollars.text(all), "/llm/costs/requests.csv", "/llm/costs/totals.csv");
        var ofRun = sum(table("/projects/1/runs/" + run + "/requests.csv"));
        assertThat(ona.get("/projects/1/runs/" + run).body())
                .contains(Dollars.text(ofRun), "/runs/" + run + "/requests.csv");
        var totals = table("/projects/1/llm/costs/totals.csv");
        assertThat(totals)
                .extracting(row -> row.getField("total_of"))
                .containsExactly("project", "run", "try", "month", "month");
        assertThat(sum(only(totals, "project"))).isEqualByComparingTo(all);
        assertThat(sum(only(totals, "month"))).isEqualByComparingTo(all);
        assertThat(sum(only(totals, "run"))).isEqualByComparingTo(ofRun);
        assertThat(totals.get(3).getField("name")).isEqualTo("2020-02");
    }

    @Test
    void the_page_has_a_line_for_each_run_month_and_model() {
        remember("lost", false, "0.1");
        var bill = new Bill(app.jdbi().onDemand(Costs.class).sums(1));
        assertThat(bill.runs()).extracting(Costs.Sum::of).containsExactly("try", "run");
        assertThat(bill.runs().get(1).cap()).isEqualByComparingTo("1");
        assertThat(bill.months()).extracting(Costs.Sum::name).last().isEqualTo("2020-02");
        assertThat(bill.models()).singleElement().satisfies(model -> {
            assertThat(List.of(model.name(), model.server())).containsExactly("eye", "Fake");
            assertThat(model.cost()).isEqualByComparingTo("0.1144");
        });
        assertThat(ona.get("/projects/1/llm/costs").body())
                .contains("Tries before a run", "2020-02", "$0.1144", "$0.0144", "/projects/1/runs/" + run, "$1.00");
    }

    @Test
    void a_project_that_asked_nothing_has_spent_nothing() {
        study.execute("delete from llm_request");
        assertThat(ona.get("/projects/1/llm/costs").body()).contains("Nothing was asked yet");
        assertThat(table("/projects/1/llm/costs/requests.csv")).isEmpty();
        assertThat(sum(table("/projects/1/llm/costs/totals.csv"))).isZero();
    }

    private static List<NamedCsvRecord> only(List<NamedCsvRecord> totals, String of) {
        return totals.stream()
                .filter(row -> row.getField("total_of").equals(of))
                .toList();
    }

    @Test
    void the_ledger_of_another_projects_run_is_not_there() {
        study.execute("update run set project_id = 2");
        assertThat(ona.get("/projects/1/runs/" + run + "/requests.csv").statusCode())
                .isEqualTo(404);
    }
}
