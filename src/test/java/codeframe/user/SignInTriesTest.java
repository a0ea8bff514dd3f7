package codeframe.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import codeframe.db.Database;
import codeframe.testing.MovedClock;
import codeframe.testing.TestDb;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries as the database counts them, with a clock of the test's own. */
class SignInTriesTest {
    private final MovedClock clock = new MovedClock();
    private Database database;
    private SignInTries tries;

    @BeforeEach
    void start() {
        database = TestDb.fresh();
        tries = database.jdbi().onDemand(SignInTries.class);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void of_forty_tries_at_the_same_time_six_are_looked_at() throws InterruptedException {
        var pool = Executors.newFixedThreadPool(10);
        try {
            var all = pool.invokeAll(Stream.<Callable<Boolean>>generate(() -> () -> isFree(account("vic")))
                    .limit(40)
                    .toList());
            assertThat(all.stream().filter(SignInTriesTest::got)).hasSize(6);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void each_try_after_the_free_ones_doubles_the_wait_up_to_five_minutes() {
        for (int i = 0; i < 5; i++) {
            assertThat(isFree(account("vic"))).isTrue();
        }
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(isFree(account("vic"))).isTrue();
            // What is forgotten meanwhile shortens the wait a little.
            clock.move(Duration.ofSeconds(wait).multipliedBy(8).dividedBy(10));
            assertThat(isFree(account("vic"))).as(wait + " s").isFalse();
            clock.move(Duration.ofSeconds(wait).multipliedBy(2).dividedBy(10));
        }
    }

    @Test
    void a_try_that_comes_too_early_costs_no_further_wait() {
        for (int i = 0; i < 8; i++) {
            isFree(account("vic"));
            clock.move(Duration.ofSeconds(i < 7 ? 5 : 0));
        }
        var free = tries.freeAt(account("vic").subject());
        for (int i = 0; i < 20; i++) {
            assertThat(isFree(account("vic"))).isFalse();
        }
        assertThat(tries.freeAt(account("vic").subject())).isEqualTo(free);
    }

    @Test
    void tries_are_forgotten_with_time() {
        for (int i = 0; i < 6; i++) {
            isFree(account("vic"));
        }
        clock.move(Duration.ofHours(6));
        for (int i = 0; i < 5; i++) {
            assertThat(isFree(account("vic"))).isTrue();
        }
    }

    @Test
    void one_address_over_many_accounts_waits_seconds_and_is_never_locked() {
        for (int i = 0; i < 100; i++) {
            assertThat(isFree(address())).isTrue();
        }
        for (int i = 0; i < 50; i++) {
            assertThat(isFree(address())).isTrue();
            clock.move(Duration.ofSeconds(10));
        }
    }

    @Test
    void what_is_refused_by_one_count_is_counted_by_none() {
        var both = List.of(address(), account("vic"));
        for (int i = 0; i < 6; i++) {
            tries.count(both, clock.instant());
        }
        for (int i = 0; i < 200; i++) {
            assertThatThrownBy(() -> tries.count(both, clock.instant())).isInstanceOf(SignInTries.TooEarly.class);
        }
        assertThat(isFree(address())).isTrue();
    }

    @Test
    void the_right_password_takes_back_its_own_try_alone() {
        for (int i = 0; i < 101; i++) {
            isFree(address());
        }
        tries.takeBack(address().subject());
        assertThat(isFree(address())).isFalse();
    }

    @Test
    void addresses_of_one_ipv6_network_count_as_one() {
        assertThat(PasswordCheck.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(PasswordCheck.network("[2001:db8:1:2::9]"))
                .isNotEqualTo(PasswordCheck.network("2001:db8:1:3::9"));
        assertThat(PasswordCheck.network("::ffff:203.0.113.9"))
                .isEqualTo(PasswordCheck.network("203.0.113.9"))
                .isEqualTo("203.0.113.9");
    }

    private boolean isFree(SignInTries.Counted counted) {
        try {
            tries.count(List.of(counted), clock.instant());
            return true;
        } catch (SignInTries.TooEarly e) {
            return false;
        }
    }

    private static boolean got(Future<Boolean> free) {
        try {
            return free.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SignInTries.Counted account(String name) {
        return new SignInTries.Counted(name.getBytes(StandardCharsets.UTF_8), SignInTries.Limit.ACCOUNT);
    }

    private static SignInTries.Counted address() {
        return new SignInTries.Counted(new byte[] {1}, SignInTries.Limit.ADDRESS);
    }
}
