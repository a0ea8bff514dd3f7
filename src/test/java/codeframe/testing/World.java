package codeframe.testing;

import codeframe.project.Projects;
import codeframe.user.Sessions;
import codeframe.user.Users;
import codeframe.web.Secrets;
import org.jdbi.v3.core.Jdbi;

/**
 * The cast of the tests. Project 1 belongs to Ona; Cleo codes in it, Vic looks on. Project 2 belongs to Oz, who is a
 * stranger to project 1. Everybody's password is {@link #PASSWORD}.
 */
public final class World {
    public static final String PASSWORD = "correct horse battery";
    public static final String ONA = "ona@example.org";
    public static final String CLEO = "cleo@example.org";
    public static final String VIC = "vic@example.org";
    public static final String OZ = "oz@example.org";
    public static final String PAT = "pat@example.org";

    /** Hashed once. */
    private static final String HASH = codeframe.user.TestPasswords.hash(PASSWORD);

    private World() {}

    public static void populate(Jdbi jdbi) {
        var users = jdbi.onDemand(Users.class);
        var projects = jdbi.onDemand(Projects.class);
        long ona = users.add(ONA, "Ona", HASH, true).orElseThrow().id();
        long cleo = users.add(CLEO, "Cleo", HASH, false).orElseThrow().id();
        long vic = users.add(VIC, "Vic", HASH, false).orElseThrow().id();
        long oz = users.add(OZ, "Oz", HASH, false).orElseThrow().id();
        long first = projects.create("First study", ona).id();
        projects.addMember(first, cleo, "coder");
        projects.addMember(first, vic, "viewer");
        projects.create("Other study", oz);
        for (var email : new String[] {ONA, CLEO, VIC, OZ}) {
            long user = users.userByEmail(email).orElseThrow().id();
            jdbi.onDemand(Sessions.class).addToken(user, "tests", Secrets.hash(token(email)), null);
        }
    }

    /**
     * Gives project 1 one of everything, each with the number 1: import, post, image, codebook version, run, coder. For
     * tests that ask for them through another project.
     */
    public static void furnish(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createScript("""
                insert into blob (sha256, media_type, width, height, size, bytes)
                    values ('\\x01', 'image/png', 1, 1, 1, '\\x00');
                insert into import (project_id, state) values (1, 'done');
                insert into post (project_id, external_id, account) values (1, 'p1', 'ada');
                insert into image (project_id, sha256, path, post_id, account, import_id)
                    values (1, '\\x01', 'ada/1.png', 1, 'ada', 1);
                insert into codebook_version (project_id, number, content, published_at)
                    values (1, 1, '{"codebook": "Types", "variables": []}', now());
                insert into run (project_id, kind, name, model, codebook_version_id, variables, seed, state, total)
                    values (1, 'clip', 'CLIP', 'demo', 1, '{}', 1, 'done', 1);
                insert into run_item (run_id, image_id, outcome) values (1, 1, 'coded');
                insert into llm_server (project_id, name, base_url) values (1, 'Local', 'http://127.0.0.1:9/v1');
                insert into llm_price (server_id, model, valid_from, input, cached_input, output)
                    values (1, 'eye', '2020-01-01', 0, 0, 0);
                insert into coder (project_id, kind, run_id, name) values (1, 'run', 1, 'CLIP');
                insert into sample (project_id, name, purpose, design, codebook_version_id, variables, frame_size,
                                    size, seed, overlap, coders_each)
                    values (1, 'Pilot', 'pilot', 'simple', 1, '{}', 1, 1, 1, 1, 1);
                insert into sample_image (sample_id, image_id, probability, overlap, wanted) values (1, 1, 1, true, 1);
                insert into coder (project_id, kind, user_id, name) values (1, 'person', 2, 'Cleo');
                insert into sample_coder (sample_id, coder_id) values (1, 2);
                insert into assignment (sample_id, coder_id, image_id, position) values (1, 2, 1, 1)
                """).execute());
    }

    /** A further person, who codes in a project. */
    public static void join(Jdbi jdbi, String email, String name, long project) {
        long user = jdbi.onDemand(Users.class)
                .add(email, name, HASH, false)
                .orElseThrow()
                .id();
        jdbi.onDemand(Projects.class).addMember(project, user, "coder");
        jdbi.onDemand(Sessions.class).addToken(user, "tests", Secrets.hash(token(email)), null);
    }

    public static long id(Jdbi jdbi, String email) {
        return jdbi.onDemand(Users.class).userByEmail(email).orElseThrow().id();
    }

    /** The API token of one of the cast. */
    public static String token(String email) {
        return "token-of-" + email + "-for-the-tests-only";
    }
}
