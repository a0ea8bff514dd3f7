package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Routes;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks every page, table and answer of the program and looks for what the person must not see. */
class BlindingTest {
    /** What addresses ask for beyond their path; none of them names a secret itself. */
    private static final List<String> FURTHER = List.of(
            "/projects/1/images?sample=1",
            "/projects/1/images/filters?sample=2",
            "/projects/1/exports/table?form=long",
            "/projects/1/exports/table?form=wide",
            "/projects/1/exports/table?form=wide&format=xlsx",
            "/projects/1/exports/table?form=long&format=xlsx",
            "/projects/1/exports/contact-sheet?coder=1&variable=type&n=60",
            "/projects/1/exports/contact-sheet?coder=4&variable=type&n=60",
            "/projects/1/runs/1/review/type?order=sure",
            "/projects/1/runs/1/review/type?order=close",
            "/projects/1/runs/1/outcomes/failed",
            "/projects/1/agreement?coders=1,2,3,4",
            "/projects/1/agreement/type?coders=1,2,3,4",
            "/projects/1/agreement/type?coders=1,2,3,4&sample=2",
            "/projects/1/agreement/type?coders=1,2,3,4&sample=all",
            "/projects/1/agreement/type/images?coders=1,2,3,4",
            "/projects/1/agreement/type/images?coders=1,2,3,4&sample=all",
            "/projects/1/agreement.csv?coders=1,2,3,4&sample=all",
            "/projects/1/agreement/type/images?coders=1,2,3,4&a=1&b=4",
            "/projects/1/agreement.csv?coders=1,2,3,4",
            "/projects/1/agreement.html?coders=1,2,3,4",
            "/api/v1/projects/1/agreement.json?variable=type&coders=1,2,3,4",
            "/projects/1/validation?variable=type&run=1&gold=4",
            "/projects/1/validation?variable=type&run=1&gold=4&sample=1",
            "/projects/1/validation?variable=type&run=1&gold=4&sample=2",
            "/projects/1/validation?variable=type&coder=1&gold=4&sample=all",
            "/projects/1/validation.csv?variable=type&coder=1&gold=4&sample=all",
            "/projects/1/validation.csv?variable=type&run=1&gold=4",
            "/projects/1/validation.html?variable=type&run=1&gold=4",
            "/api/v1/projects/1/validation.json?variable=type&run=1&gold=4",
            "/projects/1/validation/regression?coder=1&gold=4&outcome=type:poster&covariate=account",
            "/projects/1/validation/regression/units.csv?coder=1&gold=4&outcome=type:poster",
            "/projects/1/validation/regression/units.R?coder=1&gold=4&outcome=type:poster",
            "/projects/1/validation/regression.html?coder=1&gold=4&outcome=type:poster",
            "/api/v1/projects/1/regression.json?coder=1&gold=4&outcome=type:poster",
            "/projects/1/methods?coder=1&gold=4&outcome=type:poster",
            "/projects/1/replication.zip?coder=1&gold=4&outcome=type:poster",
            "/projects/1/compare?variable=type&coder=1,4",
            "/api/v1/projects/1/compare.json?variable=type&coder=1,4",
            "/projects/1/compare.csv?variable=type&coder=1,4",
            "/projects/1/compare?variable=type&coder=1,2&sample=all",
            "/projects/1/compare/images?variable=type&coder=1,4",
            "/projects/1/samples/new?sample=1",
            "/projects/1/samples/1/code",
            "/projects/1/samples/2/code");

    private final HttpClient client = HttpClient.newHttpClient();
    private TestApp app;

    @BeforeEach
    void start() {
        app = TestApp.start();
        SecretStudy.write(app.jdbi());
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void nobody_sees_what_a_machine_said_about_a_sealed_image() {
        assertThat(leaks(World.VIC, Set.of(SecretStudy.SEALED))).isEmpty();
    }

    @Test
    void an_owner_who_codes_sees_no_codes_but_the_own() {
        assertThat(leaks(
                        World.ONA,
                        Set.of(SecretStudy.SEALED, SecretStudy.MACHINE, SecretStudy.CLEOS, SecretStudy.GOLD)))
                .isEmpty();
    }

    @Test
    void a_coder_sees_no_codes_but_the_own() {
        assertThat(leaks(
                        World.CLEO,
                        Set.of(SecretStudy.SEALED, SecretStudy.MACHINE, SecretStudy.ONAS, SecretStudy.GOLD)))
                .isEmpty();
    }

    /** Without this the walk could be blind itself. */
    @Test
    void once_samples_are_opened_and_closed_the_same_walk_finds_everything() {
        SecretStudy.reveal(app.jdbi());
        var found = leaks(World.VIC, Set.of(SecretStudy.SEALED));
        assertThat(found)
                .contains(
                        "/projects/1/images/1",
                        "/projects/1/images/filters",
                        "/projects/1/runs/1",
                        "/projects/1/runs/1/outcomes/failed",
                        "/projects/1/runs/1/sweeps/1/result",
                        "/projects/1/exports/table?form=wide&format=xlsx",
                        "/projects/1/exports/label-studio.json",
                        "/projects/1/exports/contact-sheet?coder=1&variable=type&n=60",
                        "/projects/1/agreement/type?coders=1,2,3,4&sample=all",
                        "/projects/1/compare?variable=type&coder=1,4",
                        "/projects/1/validation/regression/units.csv?coder=1&gold=4&outcome=type:poster",
                        "/api/v1/projects/1/codes.csv",
                        "/api/v1/projects/1/codes-wide.csv",
                        "/api/v1/projects/1/validation.json?variable=type&run=1&gold=4");
    }

    @Test
    void an_address_that_asks_for_a_code_of_the_sample_is_not_there() {
        var cleo = app.browser(World.CLEO);
        for (var path : List.of(
                "/projects/1/images?sample=2&code=1%3Atype%3Aposter",
                "/projects/1/images?sample=2&code=2%3Atype%3Aposter",
                "/projects/1/images/filters?sample=1&code=1%3Atype%3Aposter",
                "/projects/2/images/4",
                "/projects/2/samples/2",
                "/projects/1/exports/contact-sheet?coder=1&variable=type",
                "/api/v1/projects/1/codes.csv?coder=2",
                "/api/v1/projects/1/codes.csv?coder=1")) {
            assertThat(cleo.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(cleo.get("/projects/1/images?code=3%3Atype%3Axcleosx").body())
                .contains("3 images");
    }

    @Test
    void what_is_withheld_is_counted_and_said() {
        var ona = app.browser(World.ONA);
        assertThat(ona.get("/projects/1/exports").body())
                .contains(
                        "What machines said about 3 images is left out",
                        "What others said about 3 images is left out",
                        "3 withheld: in a sealed test sample");
        assertThat(ona.get("/projects/1/runs/1").body()).contains("What machines said about 3 images is left out");
        assertThat(ona.get("/projects/1/images/1").body()).contains("This image is in a sealed test sample.");
        assertThat(ona.get("/projects/1/images/4").body()).contains("in a sample that is still open", "xonasx");
        var csv = app.api(World.ONA).get("/api/v1/projects/1/codes.csv");
        assertThat(csv.headers().firstValue("Codeframe-Withheld")).hasValue("sealed=3, blind=3");
    }

    /** The addresses whose answer holds one of the secrets. */
    private List<String> leaks(String person, Set<String> secrets) {
        var leaks = new ArrayList<String>();
        for (var path : paths()) {
            var text = fetch(person, path);
            if (secrets.stream().anyMatch(text::contains)) {
                leaks.add(path);
            }
        }
        return leaks;
    }

    /** Every route that can be read, with every image and sample in it. The stream of a run's progress never ends. */
    private Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        Routes.of(app)
                .filter(route -> route.method.name().equals("GET") && !route.path.endsWith("/live"))
                .flatMap(route -> filled(route.path))
                .forEach(paths::add);
        paths.addAll(FURTHER);
        return paths;
    }

    private static Stream<String> filled(String route) {
        var plain =
                route.replace("{project}", "1").replace("{variable}", "type").replace("{outcome}", "coded");
        return Stream.of("1", "2")
                .map(sample -> plain.replace("{sample}", sample))
                .flatMap(path -> Stream.of("1", "4").map(image -> path.replace("{image}", image)))
                .map(path -> path.replaceAll("\\{[^}]+}", "1"));
    }

    private String fetch(String person, String path) {
        var request = HttpRequest.newBuilder(URI.create(app.url() + path))
                .header("Authorization", "Bearer " + World.token(person))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isLessThan(500);
            return text(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A workbook is a ZIP of XML. */
    private static String text(byte[] body) throws IOException {
        if (body.length < 2 || body[0] != 'P' || body[1] != 'K') {
            return new String(body, StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        var file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, body);
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.delete(file);
        return text.toString();
    }
}
