package codeframe.llm.price;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In whatever order requests are sent, answered, refused, lost and answered late, singly and in batches, while caps and
 * prices change and workers die: after every single step what is spent and set aside is within the cap, and every cent is
 * where a bookkeeper has it who knows the rules only in words.
 */
class LedgerOrdersTest {
    private static final int STEPS = 150;
    private static final Instant BEGIN = Instant.parse("2026-03-04T23:50:00Z");

    private final LedgerBooks books = new LedgerBooks();
    private Database database;
    private Ledger ledger;
    private Budgets budgets;
    private Batches batches;
    private Random random;
    private Instant now = BEGIN;
    private Price price;
    private List<Long> runs;

    @BeforeEach
    void two_runs_and_three_images() {
        database = TestDb.fresh();
        var jdbi = database.jdbi();
        World.populate(jdbi);
        World.furnish(jdbi);
        ledger = new Ledger(jdbi, ticking());
        budgets = jdbi.onDemand(Budgets.class);
        batches = jdbi.onDemand(Batches.class);
        runs = jdbi.withHandle(
                handle -> handle.createQuery("""
                        with picture as (
                            insert into blob (sha256, media_type, width, height, size, bytes)
                            values ('\\x02', 'image/png', 1, 1, 1, '\\x00'), ('\\x03', 'image/png', 1, 1, 1, '\\x00')
                            returning sha256),
                        image as (
                            insert into image (project_id, sha256, path) select 1, sha256, 'more' || sha256 from picture)
                        insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                        select 1, 'llm', name, 'eye', 1, '{}', 1, 'running', 3 from unnest(array['R', 'S']) as name
                        returning id
                        """).mapTo(Long.class).list());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Clock ticking() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_step_leaves_the_books_right(long seed) {
        random = new Random(seed);
        price = LedgerBooks.price(random, LocalDate.EPOCH);
        for (long run : runs) {
            budgets.open(run, BigDecimal.valueOf(random.nextInt(400_000), 6), null, null);
        }
        for (int i = 0; i < STEPS; i++) {
            var did = step();
            assertBooks("seed " + seed + ", step " + i + ": " + did);
        }
        assertThat(books.entries).extracting(entry -> entry.state).contains("answered", "failed");
    }

    private String step() {
        now = now.plusSeconds(random.nextInt(60));
        int chance = random.nextInt(100);
        if (chance < 40) {
            return ask();
        } else if (chance < 58) {
            return end("sent", "an answer");
        } else if (chance < 66) {
            return end("lost", "a late answer");
        } else if (chance < 70) {
            return end("answered", "an answer once more");
        } else if (chance < 73) {
            return end("failed", "an answer after a failure");
        } else if (chance < 79) {
            return kill();
        } else if (chance < 82) {
            return quiet();
        } else if (chance < 88) {
            return cap();
        } else if (chance < 92) {
            return batchIsOver();
        }
        return newPrice();
    }

    private long run() {
        return runs.get(random.nextInt(runs.size()));
    }

    private String ask() {
        long run = run();
        long image = 1 + random.nextInt(3);
        var batch = random.nextInt(3) == 0
                ? Long.valueOf(batches.open(run, "t" + books.entries.size() + now, List.of()))
                : null;
        int input = random.nextInt(3_000);
        int output = random.nextInt(500);
        var single = price.atMost(input, output);
        var atMost = batch == null ? single : single.multiply(price.batchFactor());
        var request = new Request(1, 1, "eye", "run", run, image, 0, 0, false, batch, input);
        boolean affords =
                books.affords(run, atMost, budgets.budget(run).orElseThrow().cap());
        var id = ledger.reserve(request, price, atMost);
        assertThat(id.isPresent()).as("%s on run %s", atMost, run).isEqualTo(affords);
        id.ifPresent(number -> books.entries.add(
                new LedgerBooks.Entry(number, run, image, batch, price, atMost, now.getEpochSecond())));
        return "asked for " + atMost + (affords ? "" : ", refused");
    }

    private String end(String state, String what) {
        var entry = any(one -> one.is(state));
        if (entry.isEmpty()) {
            return "nothing";
        }
        var receipt = receipt(entry.get());
        ledger.settle(entry.get().id, receipt);
        if (state.equals("sent") || state.equals("lost")) {
            entry.get().ends(receipt.state(), receipt.cost());
        }
        return what + ": " + receipt.state() + " at " + receipt.cost();
    }

    private Optional<LedgerBooks.Entry> any(Predicate<LedgerBooks.Entry> which) {
        var found = books.entries.stream().filter(which).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    private Receipt receipt(LedgerBooks.Entry entry) {
        int chance = random.nextInt(10);
        if (chance < 2) {
            return Receipt.failed(500, "Status 500.", 1);
        } else if (chance == 2) {
            return Receipt.lost(entry.atMost, null, "The connection broke.", 1);
        }
        var tokens = new TokenCount(random.nextInt(100), random.nextInt(100), random.nextInt(20), true);
        var charged = LedgerBooks.cost(entry.price, entry.batch, tokens.input(), tokens.cached(), tokens.output());
        return new Receipt(
                "answered", charged.min(entry.atMost), tokens, 200, null, "{}", null, "stop", 1, Signature.NONE);
    }

    /** A worker dies, and the next one takes its image up. */
    private String kill() {
        long run = run();
        long image = 1 + random.nextInt(3);
        ledger.lose(run, image);
        books.lose(entry -> entry.run == run && entry.image == image);
        return "a worker died";
    }

    private String quiet() {
        now = now.plus(Duration.ofMinutes(random.nextInt(20)));
        long before = now.minus(Ledger.LOST_AFTER).getEpochSecond();
        ledger.loseOld();
        books.lose(entry -> entry.sentAt < before);
        return "nobody came back";
    }

    private String cap() {
        long run = run();
        var cap = BigDecimal.valueOf(random.nextInt(600_000), 6);
        boolean holds = books.affords(run, BigDecimal.ZERO, cap);
        assertThat(budgets.setCap(1, run, cap)).isEqualTo(holds ? 1 : 0);
        return "cap to " + cap;
    }

    private String batchIsOver() {
        var entry = any(one -> one.is("sent") && one.batch != null);
        entry.ifPresent(one -> {
            assertThat(batches.open(one.batch)).singleElement().satisfies(open -> {
                assertThat(open.reserved()).isEqualByComparingTo(one.atMost);
                assertThat(open.cost(new TokenCount(7, 3, 2, true)))
                        .isEqualByComparingTo(LedgerBooks.cost(one.price, one.batch, 7, 3, 2));
            });
            ledger.settle(one.id, Receipt.failed(null, "The batch ended without this request.", 0));
            one.ends("failed", BigDecimal.ZERO);
        });
        return "a batch ended";
    }

    private String newPrice() {
        price = LedgerBooks.price(random, LocalDate.EPOCH);
        return "a new price";
    }

    private void assertBooks(String after) {
        for (long run : runs) {
            var budget = budgets.budget(run).orElseThrow();
            assertThat(budget.spent().add(budget.reserved())).as(after).isLessThanOrEqualTo(budget.cap());
            assertThat(budget.spent()).as("spent, " + after).isEqualByComparingTo(books.spent(run));
            assertThat(budget.reserved()).as("set aside, " + after).isEqualByComparingTo(books.reserved(run));
            assertThat(sum(run)).as("receipts, " + after).isEqualByComparingTo(books.spent(run));
        }
    }

    private BigDecimal sum(long run) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(sum(cost), 0) from llm_request where run_id = :run")
                        .bind("run", run)
                        .mapTo(BigDecimal.class)
                        .one());
    }
}
