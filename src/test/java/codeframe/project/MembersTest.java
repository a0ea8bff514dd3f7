package codeframe.project;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import codeframe.web.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to a project, and how one comes to belong to it. */
class MembersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant IN_A_DAY = NOW.plus(Duration.ofDays(1));
    private static final long ONA = 1;
    private static final long CLEO = 2;
    private static final long VIC = 3;
    private static final long OZ = 4;

    private Database database;
    private Members members;

    @BeforeEach
    void populate() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        members = database.jdbi().onDemand(Members.class);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private String roles(long project) {
        return String.join(
                ", ",
                members.members(project).stream()
                        .map(member -> member.name() + " " + member.role())
                        .toList());
    }

    private Members.Offer invited(String role) {
        var token = Secrets.hash(role + roles(1) + members.invitations(1).size());
        members.invite(1, role, token, "", ONA, IN_A_DAY);
        return members.offer(token, NOW).orElseThrow();
    }

    @Test
    void owners_come_first_then_everybody_by_name() {
        assertThat(roles(1)).isEqualTo("Ona owner, Cleo coder, Vic viewer");
        assertThat(roles(2)).isEqualTo("Oz owner");
    }

    @Test
    void the_last_owner_neither_leaves_nor_becomes_less() {
        assertThat(members.leave(1, ONA)).isFalse();
        assertThat(members.changeRole(1, ONA, "coder")).isFalse();
        assertThat(members.changeRole(1, ONA, "owner")).as("no less").isTrue();
        assertThat(roles(1)).isEqualTo("Ona owner, Cleo coder, Vic viewer");
        assertThat(members.changeRole(1, CLEO, "owner")).isTrue();
        assertThat(members.leave(1, ONA)).isTrue();
        assertThat(members.leave(1, CLEO)).as("now the last").isFalse();
        assertThat(roles(1)).isEqualTo("Cleo owner, Vic viewer");
    }

    @Test
    void an_owner_whose_account_is_disabled_owns_nothing_in_others_place() {
        members.join(1, CLEO, "owner");
        database.jdbi()
                .useHandle(handle -> handle.execute("update app_user set disabled_at = now() where id = ?", CLEO));
        assertThat(members.leave(1, ONA)).isFalse();
        assertThat(members.changeRole(1, ONA, "viewer")).isFalse();
        assertThat(members.leave(1, VIC)).as("no owner at all").isTrue();
        assertThat(members.leave(1, CLEO)).as("Ona remains").isTrue();
        assertThat(roles(1)).isEqualTo("Ona owner");
    }

    @Test
    void of_two_owners_who_leave_at_the_same_moment_one_stays() throws Exception {
        for (int i = 0; i < 10; i++) {
            members.join(1, ONA, "owner");
            members.join(1, CLEO, "owner");
            var left = atOnce(List.of(() -> members.leave(1, ONA), () -> members.leave(1, CLEO)));
            assertThat(left).as("round " + i).containsExactlyInAnyOrder(true, false);
        }
        for (int i = 0; i < 10; i++) {
            members.join(1, ONA, "owner");
            members.join(1, CLEO, "owner");
            var less = atOnce(
                    List.of(() -> members.changeRole(1, ONA, "viewer"), () -> members.changeRole(1, CLEO, "viewer")));
            assertThat(less).as("round " + i).containsExactlyInAnyOrder(true, false);
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> steps) throws Exception {
        var pool = Executors.newFixedThreadPool(steps.size());
        var answers = new ArrayList<Boolean>();
        for (var step : pool.invokeAll(steps)) {
            answers.add(step.get());
        }
        pool.shutdown();
        return answers;
    }

    @Test
    void whoever_is_no_member_is_neither_changed_nor_removed() {
        assertThat(members.changeRole(1, OZ, "owner")).isFalse();
        assertThat(members.leave(1, OZ)).isFalse();
        assertThat(roles(1)).isEqualTo("Ona owner, Cleo coder, Vic viewer");
        assertThat(roles(2)).isEqualTo("Oz owner");
    }

    @Test
    void a_role_is_changed_in_one_project_alone() {
        members.join(2, CLEO, "viewer");
        members.changeRole(1, CLEO, "owner");
        assertThat(roles(2)).isEqualTo("Oz owner, Cleo viewer");
        members.leave(2, CLEO);
        assertThat(roles(1)).isEqualTo("Cleo owner, Ona owner, Vic viewer");
    }

    @Test
    void an_invitation_is_good_once() {
        var offer = invited("coder");
        assertThat(offer.project()).isEqualTo("First study");
        assertThat(offer.invitedBy()).isEqualTo("Ona");
        assertThat(members.accept(offer, OZ, NOW)).isTrue();
        assertThat(members.accept(offer, VIC, NOW)).isFalse();
        assertThat(roles(1)).isEqualTo("Ona owner, Cleo coder, Oz coder, Vic viewer");
        assertThat(members.invitations(1)).singleElement().satisfies(one -> {
            assertThat(one.open(NOW)).isFalse();
            assertThat(one.acceptedBy()).isEqualTo("Oz");
            assertThat(one.acceptedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void of_many_who_follow_a_link_at_once_one_gets_in() throws Exception {
        var offer = invited("owner");
        var all = atOnce(List.of(
                () -> members.accept(offer, CLEO, NOW),
                () -> members.accept(offer, VIC, NOW),
                () -> members.accept(offer, OZ, NOW)));
        assertThat(all).containsExactlyInAnyOrder(true, false, false);
        assertThat(members.members(1))
                .filteredOn(member -> member.role().equals("owner"))
                .hasSize(2);
    }

    @Test
    void an_invitation_runs_out() {
        var token = Secrets.hash("a link");
        members.invite(1, "coder", token, "For Oz", ONA, IN_A_DAY);
        var offer = members.offer(token, IN_A_DAY.minusSeconds(1)).orElseThrow();
        assertThat(members.offer(token, IN_A_DAY)).isEmpty();
        assertThat(members.accept(offer, OZ, IN_A_DAY)).isFalse();
        assertThat(members.invitations(1)).singleElement().satisfies(one -> {
            assertThat(one.open(IN_A_DAY.minusSeconds(1))).isTrue();
            assertThat(one.open(IN_A_DAY)).isFalse();
            assertThat(one.note()).isEqualTo("For Oz");
        });
        assertThat(roles(1)).doesNotContain("Oz");
    }

    @Test
    void a_withdrawn_invitation_is_gone_and_a_taken_one_is_not_withdrawn() {
        var offer = invited("coder");
        assertThat(members.withdraw(2, offer.invitationId()))
                .as("through another project")
                .isZero();
        assertThat(members.withdraw(1, offer.invitationId())).isEqualTo(1);
        assertThat(members.accept(offer, OZ, NOW)).isFalse();
        var taken = invited("coder");
        members.accept(taken, OZ, NOW);
        assertThat(members.withdraw(1, taken.invitationId())).isZero();
        assertThat(roles(1)).contains("Oz coder");
    }

    @Test
    void nobody_becomes_less_by_an_invitation() {
        members.accept(invited("viewer"), ONA, NOW);
        members.accept(invited("coder"), ONA, NOW);
        members.accept(invited("viewer"), CLEO, NOW);
        members.accept(invited("coder"), VIC, NOW);
        assertThat(roles(1)).isEqualTo("Ona owner, Cleo coder, Vic coder");
        members.accept(invited("owner"), VIC, NOW);
        assertThat(roles(1)).isEqualTo("Ona owner, Vic owner, Cleo coder");
    }
}
