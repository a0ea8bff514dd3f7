package codeframe.coding.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleDrawingTest {
    private Database database;
    private Jdbi jdbi;

    @BeforeEach
    void open() {
        database = TestDb.fresh();
        jdbi = database.jdbi();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_same_seed_over_the_same_frame_draws_the_same_images() {
        CorpusStudy.fill(jdbi, 400);
        var first = images(draw(CorpusStudy.simple(Purpose.PILOT, 60, 7)));
        assertThat(images(draw(CorpusStudy.simple(Purpose.PILOT, 60, 7)))).isEqualTo(first);
        assertThat(images(draw(CorpusStudy.simple(Purpose.PILOT, 60, 8)))).isNotEqualTo(first);
    }

    @Test
    void probabilities_of_a_frame_add_up_to_the_size_of_the_sample() {
        CorpusStudy.fill(jdbi, 600);
        for (var by : Stratifying.By.values()) {
            long sample = draw(CorpusStudy.stratified(new Stratifying(by, 1, "type", 2), 83, 5));
            assertThat(number("""
                        select sum(n * probability)
                        from (select distinct stratum, probability from sample_image where sample_id = :sample) p
                        join (select r ->> 'name' as name, (r ->> 'size')::int as n
                              from sample, jsonb_array_elements(strata -> 'rows') r where id = :sample) s
                          on s.name = p.stratum
                        """, sample)).as(by.word()).isCloseTo(83, within(1e-9));
        }
    }

    @Test
    void every_stratum_has_its_floor_or_all_it_has() {
        CorpusStudy.fill(jdbi, 300);
        long sample = draw(CorpusStudy.stratified(new Stratifying(Stratifying.By.ACCOUNT, 0, "", 35), 110, 5));
        assertThat(strata(sample)).containsExactly("ada 30/30", "ben 35/90", "cyd 45/180");
    }

    @Test
    void so_many_images_overlap_as_was_asked_for_and_the_rest_has_one_coder() {
        CorpusStudy.fill(jdbi, 300);
        long sample = draw(CorpusStudy.simple(Purpose.PILOT, 50, 5));
        assertThat(number(
                        "select count(*) from sample_image where sample_id = :sample and overlap and wanted = 2",
                        sample))
                .isEqualTo(15);
        assertThat(number("select count(*) from sample_image where sample_id = :sample and wanted = 1", sample))
                .isEqualTo(35);
    }

    @Test
    void every_coder_has_an_order_of_their_own_over_the_whole_sample() {
        CorpusStudy.fill(jdbi, 300);
        long sample = draw(CorpusStudy.simple(Purpose.PILOT, 50, 5));
        var orders = jdbi.withHandle(handle -> handle.createQuery("""
                        select array_agg(image_id order by position)::text
                        from assignment where sample_id = :sample group by coder_id
                        """)
                .bind("sample", sample)
                .mapTo(String.class)
                .list());
        assertThat(orders).hasSize(2).doesNotHaveDuplicates();
        assertThat(number(
                        "select count(distinct (coder_id, position)) from assignment where sample_id = :sample",
                        sample))
                .isEqualTo(100);
    }

    @Test
    void dev_and_test_never_share_a_post() {
        CorpusStudy.fill(jdbi, 400);
        draw(CorpusStudy.simple(Purpose.DEV, 80, 3));
        long test = draw(CorpusStudy.simple(Purpose.TEST, 80, 3));
        assertThat(number("""
                select count(*)
                from sample_image a join image ia on ia.id = a.image_id
                join image ib on ib.post_id = ia.post_id or ib.id = ia.id
                join sample_image b on b.image_id = ib.id and b.sample_id <> a.sample_id
                where a.sample_id = :sample
                """, test)).isZero();
        var drawn = jdbi.onDemand(Samples.class).sample(1, test);
        assertThat(drawn.leftOut("opposite")).isGreaterThan(80);
        assertThat(drawn.frameSize()).isEqualTo(400 - drawn.leftOut("opposite"));
    }

    @Test
    void ten_thousand_images_for_five_coders_are_drawn_in_seconds() {
        CorpusStudy.fill(jdbi, 10_500);
        jdbi.useHandle(handle -> handle.execute("""
                insert into member (project_id, user_id, role) select 1, id, 'coder' from app_user on conflict do nothing
                """));
        jdbi.useHandle(handle -> handle.execute("update member set role = 'coder' where role = 'viewer'"));
        var people = jdbi.withHandle(handle ->
                handle.createQuery("select id from app_user").mapTo(Long.class).list());
        var plan = CorpusStudy.simple(Purpose.PILOT, 10_000, 1);
        var large = new SamplePlan(
                plan.project(),
                plan.name(),
                plan.purpose(),
                plan.design(),
                plan.images(),
                plan.withoutShown(),
                plan.strata(),
                plan.size(),
                1,
                CorpusStudy.work(people, 3, 0.3));
        long before = System.nanoTime();
        long sample = draw(large);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(number("select count(*) from assignment where sample_id = :sample", sample))
                .isEqualTo(10_000 * people.size());
        System.out.printf(java.util.Locale.ROOT, "drew 10,000 in %d ms%n", (System.nanoTime() - before) / 1_000_000);
    }

    private long draw(SamplePlan plan) {
        return new SampleDrawing(jdbi).draw(plan, 1L);
    }

    private List<Long> images(long sample) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select image_id from sample_image where sample_id = :sample order by 1")
                        .bind("sample", sample)
                        .mapTo(Long.class)
                        .list());
    }

    private List<String> strata(long sample) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select (r ->> 'name') || ' ' || (r ->> 'drawn') || '/' || (r ->> 'size')
                        from sample, jsonb_array_elements(strata -> 'rows') r
                        where id = :sample order by 1
                        """)
                .bind("sample", sample)
                .mapTo(String.class)
                .list());
    }

    private double number(String sql, long sample) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("sample", sample)
                .mapTo(Double.class)
                .one());
    }
}
