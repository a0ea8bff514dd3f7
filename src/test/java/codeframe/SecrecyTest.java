package codeframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import codeframe.project.Projects;
import codeframe.testing.Client;
import codeframe.testing.MovedClock;
import codeframe.testing.RouteTable;
import codeframe.testing.TwoProjects;
import codeframe.web.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What must stay unseen has no bearing on anything that is seen. Everything that can be read is asked for; then machines
 * say something else about the images of a sealed test sample, and everybody else about the images that one still codes,
 * and it is asked for again: the answers are the same to the letter, counts and sums and files as well as words. The walk
 * of somebody who only looks is {@link codeframe.coding.sample.BlindingTest}'s.
 */
class SecrecyTest {
    /** Where the difference is seen once nothing is a secret any more: without these the walk could be blind itself. */
    private static final List<String> TELLING = List.of(
            "/projects/1/images/71007",
            "/projects/1/images/71001",
            "/projects/1/images/filters",
            "/projects/1/images?code=71001:type:crowd",
            "/projects/1/images?differ=type&between=71001&between=71014",
            "/projects/1/images?sort=sure:71001:type&show=71001:type",
            "/projects/1/runs/71001",
            "/projects/1/runs/71002/outcomes/refused",
            "/projects/1/runs/71001/review/type",
            "/projects/1/runs/71001/sweeps/71001/result",
            "/projects/1/runs/71002/requests",
            "/projects/1/runs/71002/requests/71007",
            "/projects/1/llm/costs/requests.csv",
            "/projects/1/samples/71001",
            "/projects/1/samples/71003",
            "/projects/1/exports/table?form=wide",
            "/projects/1/exports/table?form=long&format=xlsx",
            "/projects/1/exports/label-studio.json",
            "/projects/1/exports/contact-sheet?coder=71001&variable=type",
            "/projects/1/replication.zip",
            "/api/v1/projects/1/codes.csv",
            "/api/v1/projects/1/samples/71003",
            "/api/v1/projects/1/images?code=71006:type:poster");

    /** Asked for besides what the table of routes has. */
    private static final List<String> FURTHER = List.of(
            "/projects/1/images?sample=71003",
            "/projects/1/images/71001",
            "/projects/1/images/71002",
            "/projects/1/images/71007",
            "/projects/1/images/71008",
            "/projects/1/images?code=71001:type:crowd",
            "/projects/1/images?differ=type",
            "/projects/1/images?differ=type&between=71001&between=71014",
            "/projects/1/images?differ=type&between=71011&between=71012&show=71011",
            "/projects/1/images?sort=differing:type&show=71012",
            "/projects/1/images?sort=sure:71001:type&show=71001:type",
            "/projects/1/images?sort=unsure:71006:type&show=71006:type&near=71008",
            "/projects/1/images?code=71012:type:poster",
            "/projects/1/images?code=71011:type:poster",
            "/api/v1/projects/1/images?code=71006:type:poster",
            "/projects/1/images/filters?code=71006:type:poster",
            "/projects/1/samples/71003",
            "/api/v1/projects/1/samples/71003",
            "/projects/1/runs/71006",
            "/projects/1/runs/71001/sweeps/71001/result",
            "/projects/1/runs/71006/review/type",
            "/projects/1/runs/71006/review/type?order=close",
            "/projects/1/runs/71002/outcomes/refused",
            "/projects/1/runs/71002/requests/71001",
            "/projects/1/runs/71002/requests/71007",
            "/projects/1/exports/contact-sheet?coder=71006&variable=type",
            "/projects/1/exports/contact-sheet?coder=71011&variable=type",
            "/projects/1/exports/contact-sheet?coder=71012&variable=type");

    private static final List<Told> TOLD = new ArrayList<>();
    private static final Map<String, Boolean> TELLS = new LinkedHashMap<>();
    private static TwoProjects world;

    /** What somebody is told, and what they are told when others have said something else. */
    private record Told(String person, String asked, String before, String after) {}

    @BeforeAll
    static void ask() {
        world = TwoProjects.start(new MovedClock());
        world.first.addSecrets(world.app.jdbi());
        world.keep();
        ask("a coder", Set.of(Role.VIEWER, Role.CODER), world.least(Role.CODER), "71011");
        ask("an owner who codes", Set.of(Role.VIEWER, Role.CODER, Role.OWNER), world.least(Role.OWNER), "71012");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void ask(String name, Set<Role> roles, Client person, String own) {
        var before = answers(roles, person);
        var plainly = revealed(person);
        world.first.sayOtherwise(world.app.jdbi(), own);
        world.keep();
        answers(roles, person).forEach((asked, after) -> TOLD.add(new Told(name, asked, before.get(asked), after)));
        revealed(person)
                .forEach((asked, after) -> TELLS.merge(asked, !after.equals(plainly.get(asked)), Boolean::logicalOr));
    }

    private static Map<String, String> answers(Set<Role> roles, Client person) {
        var answers = new LinkedHashMap<String, String>();
        RouteTable.read().stream()
                .filter(line -> roles.contains(line.role()) && line.address().contains("{project}"))
                .filter(line -> line.method().equals("GET") || line.status() == 200)
                .forEach(line -> answers.put(line.toString(), answer(line, person)));
        FURTHER.forEach(address -> answers.put("GET " + address, told(person, address)));
        return answers;
    }

    private static String answer(RouteTable.Line line, Client person) {
        var answer = plain(line.send(person, world.first));
        if (line.writes()) {
            world.restore();
        }
        // New rows have new numbers.
        return line.method().equals("GET") ? answer : answer.replaceAll("\\d+", "");
    }

    /** The methods section names the hash of all data, seen or not. */
    private static String plain(Client.Answer answer) {
        return answer.status() + answer.plain().replaceAll("\\b[0-9a-f]{64}\\b", "");
    }

    private static String told(Client person, String address) {
        return plain(person.get(address));
    }

    /** The same once the seal is broken and the coding closed. */
    private static Map<String, String> revealed(Client person) {
        world.app.jdbi().useHandle(handle -> handle.execute("update sample set opened_at = now(), closed_at = now()"));
        var answers = new LinkedHashMap<String, String>();
        TELLING.forEach(address -> answers.put(address, told(person, address)));
        world.restore();
        return answers;
    }

    @TestFactory
    Stream<DynamicTest> what_must_stay_unseen_has_no_bearing_on_what_is_seen() {
        return TOLD.stream()
                .map(told -> dynamicTest(
                        told.person() + ": " + told.asked(),
                        () -> assertThat(told.after()).isEqualTo(told.before())));
    }

    @TestFactory
    Stream<DynamicTest> once_nothing_is_a_secret_the_difference_is_seen() {
        return TELLS.entrySet().stream()
                .map(tells -> dynamicTest(
                        tells.getKey(), () -> assertThat(tells.getValue()).isTrue()));
    }

    /** Before the first run no coder is there whose codes could be withheld: the images are, as images. */
    @Test
    void in_a_project_without_a_run_no_sealed_image_is_tried() {
        world.app.jdbi().useExtension(Projects.class, projects -> {
            projects.deleteCodings(1);
            projects.deleteRuns(1);
        });
        world.app.jdbi().useHandle(handle -> handle.execute("""
                insert into sample_image (sample_id, image_id, probability, overlap, wanted)
                select 71003, n, 1, false, 1 from generate_series(71004, 71011) n where n <> 71010 on conflict do nothing
                """));
        var tries = RouteTable.read().stream()
                .filter(line -> line.address().matches("/projects/\\{project}/(llm/)?runs/try"))
                .toList();
        assertThat(tries).hasSize(2);
        for (var line : tries) {
            var answer = line.send(world.least(Role.OWNER), world.first);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(Pattern.compile("/images/(\\d+)")
                            .matcher(answer.text())
                            .results()
                            .map(found -> found.group(1))
                            .distinct())
                    .as(line.toString())
                    .containsExactly("71010");
        }
        world.restore();
    }
}
