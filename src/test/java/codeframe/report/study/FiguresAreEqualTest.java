package codeframe.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.TestApp;
import codeframe.testing.World;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure of a page stands in its CSV, its JSON and its HTML file, with the same value. */
class FiguresAreEqualTest {
    /** A value with its limits, as pages write both. */
    private static final Pattern SHOWN = Pattern.compile(
            "(-?\\d\\.\\d{3})\\s*(?:</td>\\s*<td class=\"number\">[^<]*</td>\\s*<td class=\"number\">|<span class=\"muted\">)"
                    + "\\[(-?\\d\\.\\d{3}), (-?\\d\\.\\d{3})]");

    private static TestApp app;
    private static ReportedStudy study;

    @BeforeAll
    static void start() {
        app = TestApp.start();
        study = new ReportedStudy(app.jdbi(), "dev", "stratified");
        study.person(World.ONA, 10);
        study.person(World.CLEO, 7);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String get(String path) {
        var answer = app.browser(World.VIC).get("/projects/1/" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> shown(String page) {
        var shown = new ArrayList<String>();
        var found = SHOWN.matcher(page);
        while (found.find()) {
            shown.add(found.group(1) + " " + found.group(2) + " " + found.group(3));
        }
        return shown;
    }

    private static List<String> ofCsv(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .filter(row -> !row.getField("ci_low").isEmpty())
                .map(FiguresAreEqualTest::rounded)
                .toList();
    }

    private static String rounded(NamedCsvRecord row) {
        return rounded(row.getField("value")) + " " + rounded(row.getField("ci_low")) + " "
                + rounded(row.getField("ci_high"));
    }

    private static String rounded(String number) {
        return String.format(Locale.ENGLISH, "%.3f", Double.parseDouble(number));
    }

    private static List<String> ofJson(String json) throws Exception {
        var found = new ArrayList<String>();
        collect(new ObjectMapper().readTree(json), found);
        return found;
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.has("value") && node.has("ci")) {
            found.add(rounded(node.get("value").asText()) + " "
                    + rounded(node.at("/ci/0").asText()) + " "
                    + rounded(node.at("/ci/1").asText()));
        }
        node.forEach(child -> collect(child, found));
    }

    private static void areEqual(String path, String query, int atLeast) throws Exception {
        var page = shown(get(path.replace("/report", "") + query));
        assertThat(page).hasSizeGreaterThan(atLeast);
        assertThat(ofCsv(get(path + ".csv" + query))).containsAll(page);
        assertThat(shown(get(path + ".html" + query))).containsExactlyElementsOf(page);
        assertThat(ofJson(get(path + ".json" + query)))
                .containsAll(
                        page.stream().filter(figure -> !analytic(figure, page)).toList());
    }

    /** α stands three times in the table of coefficients; JSON nests the two other intervals without the value. */
    private static boolean analytic(String figure, List<String> page) {
        var alpha = page.get(0).split(" ", 2)[0];
        return figure.startsWith(alpha + " ") && !figure.equals(page.get(0));
    }

    @Test
    void of_an_agreement() throws Exception {
        areEqual("agreement/image_type/report", "", 15);
    }

    @Test
    void of_a_validation() throws Exception {
        areEqual("validation", "?variable=image_type&coder=" + study.run, 25);
    }

    @Test
    void of_a_regression() throws Exception {
        areEqual("validation/regression", "?outcome=image_type:poster&coder=" + study.run, 2);
    }

    @Test
    void of_all_variables() throws Exception {
        var page = shown(get("agreement"));
        assertThat(page).isNotEmpty();
        assertThat(ofCsv(get("agreement.csv"))).containsAll(page);
        assertThat(ofJson(get("agreement.json"))).containsAll(page);
        assertThat(shown(get("agreement.html"))).containsAll(page);
    }
}
