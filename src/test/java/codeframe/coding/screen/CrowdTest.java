package codeframe.coding.screen;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.testing.Browser;
import codeframe.testing.TestApp;
import codeframe.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twenty people at one sample of 2,000 images, each image for one of them. */
class CrowdTest {
    private static final int CODERS = 20;

    @Test
    void twenty_coders_never_get_the_same_assignment_and_never_an_error() throws Exception {
        code(Duration.ofSeconds(6));
    }

    @Test
    @Tag("bench")
    void twenty_coders_for_a_minute() throws Exception {
        code(Duration.ofMinutes(1));
    }

    private static void code(Duration time) throws Exception {
        try (var app = TestApp.start()) {
            var study = SampledStudy.of(app.jdbi(), 2_000);
            var emails = people(app);
            long sample = study.sample(1, emails.toArray(new String[0]));
            var browsers = emails.stream().map(app::browser).toList();
            var end = Instant.now().plus(time);
            var pool = Executors.newFixedThreadPool(CODERS);
            var results = pool.invokeAll(
                    browsers.stream().map(browser -> work(browser, sample, end)).toList());
            var claimed = new ArrayList<Long>();
            for (var result : results) {
                claimed.addAll(result.get());
            }
            pool.shutdown();
            System.out.printf("%d coders decided %d images in %d s%n", CODERS, claimed.size(), time.toSeconds());
            assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThan(100);
            assertThat(study.number("select count(*) from coding")).isEqualTo(claimed.size());
            assertThat(study.number("select count(*) from sample_image where taken > wanted"))
                    .isZero();
            assertThat(study.number("select sum(taken) from sample_image"))
                    .isEqualTo(study.number("select count(*) from assignment where state <> 'waiting'"));
        }
    }

    private static List<String> people(TestApp app) {
        var emails = IntStream.rangeClosed(1, CODERS)
                .mapToObj(n -> "coder" + n + "@example.org")
                .toList();
        app.jdbi()
                .useHandle(handle -> emails.forEach(email -> {
                    handle.execute("""
                    insert into app_user (email, name, password_hash)
                    select ?, ?, password_hash from app_user where email = ?
                    """, email, email, World.CLEO);
                    handle.execute(
                            "insert into member (project_id, user_id, role) select 1, id, 'coder' from app_user where email = ?",
                            email);
                }));
        return emails;
    }

    private static Callable<List<Long>> work(Browser browser, long sample, Instant end) {
        return () -> {
            var coder = new CodingPerson(browser, sample);
            var decided = new ArrayList<Long>();
            var held = CodingPerson.images(coder.batch());
            while (Instant.now().isBefore(end) && !held.isEmpty()) {
                decided.add(held.get(0));
                held = CodingPerson.images(
                        CodingPerson.read(coder.decide(SampledStudy.decision(held.get(0), SampledStudy.POSTER))));
            }
            return decided;
        };
    }
}
