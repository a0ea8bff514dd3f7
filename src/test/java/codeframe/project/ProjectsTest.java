package codeframe.project;

import static org.assertj.core.api.Assertions.assertThat;

import codeframe.db.Database;
import codeframe.testing.Furnished;
import codeframe.testing.Tables;
import codeframe.testing.TestDb;
import codeframe.testing.World;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two projects with one of everything: what a person sees of them, and what is left when one is deleted. */
class ProjectsTest {
    private static final long ONA = 1;
    private static final long OZ = 4;

    private Database database;
    private Projects projects;
    private Tables tables;
    private Furnished first;
    private Furnished second;

    @BeforeEach
    void furnish() {
        database = TestDb.fresh();
        World.populate(database.jdbi());
        first = Furnished.first(database.jdbi());
        second = Furnished.second(database.jdbi());
        projects = database.jdbi().onDemand(Projects.class);
        tables = new Tables(database.jdbi());
        tables.keep();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static final Set<String> OF_THE_INSTALLATION =
            Set.of("setup_link", "app_user", "llm_place", "model_fingerprint", "model_passport");

    private long one(String sql) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private void execute(String sql) {
        database.jdbi().useHandle(handle -> handle.execute(sql));
    }

    @Test
    void a_deleted_project_leaves_nothing_behind_and_takes_nothing_of_another() {
        projects.delete(first.project());
        var left = tables.names().stream()
                .filter(table -> !OF_THE_INSTALLATION.contains(table) && tables.count(table, first.rows()) > 0);
        assertThat(left).isEmpty();
        assertThat(tables.lost(tables.names(), second.rows())).isEmpty();
        assertThat(projects.ofUser(ONA)).isEmpty();
        assertThat(projects.ofUser(OZ)).hasSize(1);
    }

    @Test
    void bytes_that_another_project_shows_stay_with_their_thumbnails() {
        execute(
                "insert into image (project_id, sha256, path) select 2, sha256, 'shared.png' from image where id = 71001");
        projects.delete(first.project());
        assertThat(one("select count(*) from blob b join image i using (sha256) where i.path = 'shared.png'"))
                .isEqualTo(1);
        assertThat(one("select count(*) from thumbnail t join image i using (sha256) where i.path = 'shared.png'"))
                .isEqualTo(2);
        assertThat(one("select count(*) from blob")).isEqualTo(14);
    }

    @Test
    void people_and_their_sessions_outlive_their_projects() {
        projects.delete(first.project());
        assertThat(one("select count(*) from app_user")).isEqualTo(7);
        assertThat(one("select count(*) from api_token")).isEqualTo(5);
    }

    @Test
    void a_project_that_is_gone_is_deleted_again_without_harm() {
        projects.delete(first.project());
        projects.delete(first.project());
        assertThat(tables.lost(tables.names(), second.rows())).isEmpty();
    }

    @Test
    void whoever_makes_a_project_owns_it_and_nobody_else_sees_it() {
        var made = projects.create("Third", OZ);
        assertThat(projects.membership(made.id(), OZ))
                .get()
                .extracting(Membership::role)
                .isEqualTo("owner");
        assertThat(projects.membership(made.id(), ONA)).isEmpty();
        assertThat(projects.ofUser(OZ)).extracting(Membership::name).containsExactly("Third", "Study of ozesown");
    }

    @Test
    void the_list_counts_what_is_in_each_project() {
        assertThat(projects.ofUser(ONA)).singleElement().satisfies(project -> {
            assertThat(project.images()).isEqualTo(12);
            assertThat(project.runs()).isEqualTo(5);
            assertThat(project.role()).isEqualTo("owner");
        });
    }

    @Test
    void the_home_page_counts_this_project_alone() {
        var before = projects.progress(first.project());
        assertThat(before.images()).isEqualTo(12);
        assertThat(before.posts()).isEqualTo(12);
        assertThat(before.imports()).isEqualTo(3);
        assertThat(before.versions()).isEqualTo(2);
        assertThat(before.draft()).isTrue();
        assertThat(before.runs()).isEqualTo(5);
        assertThat(before.runsGoing()).as("paused and running").isEqualTo(2);
        assertThat(before.members()).isEqualTo(3);
        assertThat(before.samples()).isEqualTo(5);
        assertThat(before.samplesOpen()).isEqualTo(2);
        assertThat(before.codedByRuns()).isEqualTo(12 + 10 + 12 + 10 + 10);
        assertThat(before.codedByPeople())
                .as("two people's eight, one more, and those imported")
                .isEqualTo(16 + 1 + 12);
        projects.delete(second.project());
        assertThat(projects.progress(first.project())).isEqualTo(before);
    }

    @Test
    void a_draft_of_another_project_is_none_here() {
        execute("delete from codebook_version where project_id = 1 and published_at is null");
        assertThat(projects.progress(first.project()).draft()).isFalse();
        assertThat(projects.progress(second.project()).draft()).isTrue();
    }

    @Test
    void a_renamed_project_is_the_only_one() {
        projects.rename(first.project(), "Renamed");
        assertThat(projects.ofUser(ONA)).extracting(Membership::name).containsExactly("Renamed");
        assertThat(projects.ofUser(OZ)).extracting(Membership::name).containsExactly("Study of ozesown");
    }
}
