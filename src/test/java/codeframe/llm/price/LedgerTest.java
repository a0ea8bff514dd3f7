package codeframe.llm.price;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the ledger one by one, and all of them under many hands at once. */
class LedgerTest {
    private static final long RUN = 1;
    private static final Price PRICE = new Price(
            "eye",
            LocalDate.EPOCH,
            BigDecimal.ONE,
            new BigDecimal("0.5"),
            BigDecimal.valueOf(4),
            new BigDecimal("0.5"));

    private Database database;
    private Ledger ledger;
    private Budgets budgets;

    @BeforeEach
    void a_run_with_a_dollar() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        World.furnish(database.jdbi());
        ledger = new Ledger(database.jdbi(), Clock.systemUTC());
        budgets = database.jdbi().onDemand(Budgets.class);
        budgets.open(RUN, BigDecimal.ONE, null, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Request request(Long run) {
        return new Request(1, 1, "eye", run == null ? "try" : "run", run, 1L, 0, 0, false, null, 900);
    }

    private long reserve(String atMost) {
        return ledger.reserve(request(RUN), PRICE, new BigDecimal(atMost)).orElseThrow();
    }

    private static Receipt answer(String cost) {
        return answer(cost, new TokenCount(1, 0, 1, true));
    }

    private static Receipt answer(String cost, TokenCount tokens) {
        return new Receipt("answered", new BigDecimal(cost), tokens, 200, null, "{}", null, "stop", 1, Signature.NONE);
    }

    private void assertSpent(String spent, String reserved) {
        var budget = budgets.budget(RUN).orElseThrow();
        assertThat(budget.spent()).isEqualByComparingTo(spent);
        assertThat(budget.reserved()).isEqualByComparingTo(reserved);
    }

    @Test
    void what_is_set_aside_counts_for_the_cap_as_what_is_spent_does() {
        reserve("0.6");
        assertThat(ledger.reserve(request(RUN), PRICE, new BigDecimal("0.400000001")))
                .isEmpty();
        reserve("0.4");
        assertThat(ledger.reserve(request(RUN), PRICE, new BigDecimal("0.000000001")))
                .isEmpty();
        assertSpent("0", "1");
    }

    @Test
    void an_answer_frees_what_it_did_not_cost() {
        long id = reserve("0.9");
        ledger.settle(id, answer("0.2"));
        assertSpent("0.2", "0");
        reserve("0.8");
    }

    @Test
    void an_answer_is_kept_with_its_tokens_and_who_counted_them() {
        long told = reserve("0.1");
        ledger.settle(told, answer("0.1", new TokenCount(7, 5, 3, true)));
        assertThat(kept(told)).isEqualTo("7 5 3 t false");
        long guessed = reserve("0.1");
        ledger.settle(guessed, answer("0.1", new TokenCount(7, 0, 2, false)));
        assertThat(kept(guessed)).isEqualTo("7 0 2 f false");
        long unpriced = ledger.reserve(request(null), Price.unknown("eye"), BigDecimal.ZERO)
                .orElseThrow();
        assertThat(kept(unpriced)).as("to be booked once there is a price").isEqualTo("f true");
    }

    @Test
    void an_answer_about_an_image_that_was_removed_meanwhile_is_money_alone() {
        long id = reserve("0.9");
        database.jdbi().useHandle(handle -> handle.execute("update llm_request set image_id = null where id = ?", id));
        ledger.settle(id, answer("0.2"));
        assertSpent("0.2", "0");
        assertThat(said(id)).isEmpty();
        long test = ledger.reserve(
                        new Request(1, 1, "eye", "test", null, null, 0, 0, false, null, 900), PRICE, BigDecimal.ONE)
                .orElseThrow();
        ledger.settle(test, answer("0.2"));
        assertThat(said(test)).as("of a drawing").isEqualTo("{}");
    }

    @Test
    void nor_is_one_kept_that_was_sent_with_a_picture_that_was_removed_meanwhile() {
        long id = reserve("0.9");
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update llm_request set sent_images = array[1, 999999], told = 'Ada' where id = ?", id));
        database.jdbi().useExtension(Batches.class, batches -> batches.note(id, "a face it is"));
        ledger.settle(id, answer("0.2"));
        assertSpent("0.2", "0");
        assertThat(said(id)).isEmpty();
        boolean gone = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select forgotten and num_nonnulls(told, refused_with) = 0 from llm_request where id = ?")
                        .bind(0, id)
                        .mapTo(Boolean.class)
                        .one());
        assertThat(gone).isTrue();
    }

    private String said(long request) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select coalesce(answer, '') from llm_request where id = ?")
                        .bind(0, request)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void what_was_asked_before_there_was_a_price_is_booked_at_that_of_its_day_whatever_is_typed_later() {
        var prices = database.jdbi().onDemand(Prices.class);
        long early = unpriced("2026-01-09T23:59:59Z");
        long between = unpriced("2026-01-10T00:00:00Z");
        long late = unpriced("2026-03-01T12:00:00Z");
        assertThat(typed(prices, "2026-02-01", "2")).isEqualTo(1);
        assertThat(typed(prices, "2026-01-10", "1")).isEqualTo(1);
        assertThat(typed(prices, "2026-02-20", "9"))
                .as("all that it could be for is booked")
                .isZero();
        assertThat(cost(early)).as("no price held on its day").isZero();
        assertThat(cost(between)).isEqualByComparingTo("1.5");
        assertThat(cost(late)).isEqualByComparingTo("3");
    }

    /** A million tokens of input, half of them cached, as nobody had said a price for. */
    private long unpriced(String at) {
        long id = ledger.reserve(request(null), Price.unknown("new"), BigDecimal.ZERO)
                .orElseThrow();
        ledger.settle(id, answer("0", new TokenCount(1_000_000, 500_000, 0, true)));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update llm_request set model = 'new', sent_at = cast(? as timestamptz) where id = ?", at, id));
        return id;
    }

    private static int typed(Prices prices, String from, String input) {
        var price = new BigDecimal(input);
        prices.put(
                1, "new", LocalDate.parse(from), price, price.multiply(BigDecimal.valueOf(2)), price, BigDecimal.ONE);
        return prices.book(1, "new", "UTC");
    }

    private BigDecimal cost(long request) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select cost from llm_request where id = ?")
                        .bind(0, request)
                        .mapTo(BigDecimal.class)
                        .one());
    }

    private String kept(long request) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select concat_ws(' ', input_tokens, cached_tokens, output_tokens, usage_reported, unpriced::text)
                                from llm_request where id = ?
                                """)
                        .bind(0, request)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void a_late_answer_is_set_against_what_was_booked_as_lost() {
        long id = reserve("0.9");
        ledger.lose(RUN, 1);
        assertSpent("0.9", "0");
        ledger.settle(id, answer("0.2"));
        assertSpent("0.2", "0");
        ledger.settle(id, answer("0.3"));
        assertSpent("0.2", "0");
    }

    @Test
    void a_late_refusal_gives_back_what_was_booked_as_lost() {
        long id = reserve("0.9");
        ledger.settle(id, Receipt.lost(new BigDecimal("0.9"), null, "The connection broke.", 1));
        ledger.settle(id, Receipt.failed(500, "Status 500.", 1));
        assertSpent("0", "0");
    }

    @Test
    void a_cap_below_what_is_spent_and_set_aside_is_not_taken() {
        ledger.settle(reserve("0.5"), answer("0.5"));
        reserve("0.3");
        assertThat(budgets.setCap(1, RUN, new BigDecimal("0.79"))).isZero();
        assertThat(budgets.setCap(2, RUN, new BigDecimal("0.8"))).isZero();
        assertThat(budgets.setCap(1, RUN, new BigDecimal("0.8"))).isEqualTo(1);
    }

    @Test
    void a_try_belongs_to_no_budget() {
        assertThat(ledger.reserve(request(null), PRICE, new BigDecimal("5"))).isPresent();
        assertSpent("0", "0");
    }

    @Test
    void several_samples_of_one_image_count_once_among_the_latest_counts() {
        database.jdbi().useHandle(handle -> handle.execute("""
                with picture as (
                    insert into blob (sha256, media_type, width, height, size, bytes)
                    values ('\\x02', 'image/png', 1, 1, 1, '\\x00'), ('\\x03', 'image/png', 1, 1, 1, '\\x00')
                    returning sha256)
                insert into image (project_id, sha256, path) select 1, sha256, 'more' || sha256 from picture
                """));
        for (long image = 1; image <= 3; image++) {
            for (int sample = 0; sample < 8; sample++) {
                var asked = new Request(1, 1, "eye", "run", RUN, image, 0, sample, false, null, 900);
                long id = ledger.reserve(asked, PRICE, new BigDecimal("0.01")).orElseThrow();
                ledger.settle(id, answer("0.001"));
            }
        }
        assertThat(database.jdbi().onDemand(Answered.class).latestCounts(RUN, 0, 3))
                .hasSize(3);
    }

    @Test
    void a_request_is_not_lost_while_its_server_may_still_answer() {
        reserve("0.3");
        database.jdbi().useHandle(handle -> {
            handle.execute("update llm_server set patience_minutes = 60 where id = 1");
            handle.execute("update llm_request set sent_at = now() - interval '63 minutes' where state = 'sent'");
        });
        assertThat(ledger.loseOld()).isZero();
        assertSpent("0", "0.3");
        database.jdbi().useHandle(handle -> handle.execute("update llm_server set patience_minutes = null"));
        assertThat(ledger.loseOld()).isEqualTo(1);
        assertSpent("0.3", "0");
    }

    @Test
    void many_hands_together_never_go_beyond_the_cap() throws Exception {
        var pool = Executors.newFixedThreadPool(9);
        var over = new AtomicBoolean();
        try {
            var watch = pool.submit(() -> watch(over));
            var hands = new ArrayList<Callable<Object>>();
            for (int i = 0; i < 8; i++) {
                var random = new Random(i);
                hands.add(() -> hand(random));
            }
            for (var hand : pool.invokeAll(hands)) {
                hand.get();
            }
            over.set(true);
            watch.get();
        } finally {
            pool.shutdownNow();
        }
        boolean right = database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select b.spent = sum(q.cost) and b.reserved = coalesce(sum(q.reserved) filter (where q.state = 'sent'), 0)
                        from llm_budget b join llm_request q on q.run_id = b.run_id group by b.run_id
                        """).mapTo(Boolean.class).one());
        assertThat(right).isTrue();
    }

    /** Asks, answers, loses, and hears late of what others took for lost. */
    private String hand(Random random) {
        var mine = new ArrayList<Long>();
        for (int i = 0; i < 120; i++) {
            int chance = random.nextInt(10);
            if (chance < 5) {
                ledger.reserve(request(RUN), PRICE, BigDecimal.valueOf(1 + random.nextInt(90_000), 6))
                        .ifPresent(mine::add);
            } else if (chance < 9 && !mine.isEmpty()) {
                ledger.settle(mine.remove(random.nextInt(mine.size())), answer("0.000001"));
            } else {
                ledger.lose(RUN, 1);
            }
            budgets.setCap(1, RUN, BigDecimal.valueOf(random.nextInt(2_000_000), 6));
        }
        return "";
    }

    private String watch(AtomicBoolean over) {
        while (!over.get()) {
            var budget = budgets.budget(RUN).orElseThrow();
            assertThat(budget.spent().add(budget.reserved())).isLessThanOrEqualTo(budget.cap());
            assertThat(budget.reserved()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
        }
        return "";
    }
}
