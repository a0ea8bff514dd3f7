package codeframe.testing;

import codeframe.web.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The program with two projects that have one of everything, and everybody who may ask for it; nobody works on jobs. */
public final class TwoProjects implements AutoCloseable {
    public final TestApp app;
    public final Furnished first;
    public final Furnished second;
    public final Tables tables;
    private final Client visitor;
    private final Client ona;
    private final Client cleo;
    private final Client vic;
    private final Client oz;
    private final Client pat;
    private Map<String, String> kept;

    private TwoProjects(TestApp app) {
        this.app = app;
        World.populate(app.jdbi());
        first = Furnished.first(app.jdbi());
        second = Furnished.second(app.jdbi());
        visitor = Client.visitor(app);
        ona = Client.of(app, World.ONA);
        cleo = Client.of(app, World.CLEO);
        vic = Client.of(app, World.VIC);
        oz = Client.of(app, World.OZ);
        pat = Client.of(app, World.PAT);
        first.learn(ona);
        second.learn(oz);
        tables = new Tables(app.jdbi());
        keep();
    }

    public static TwoProjects start() {
        return start(Clock.systemUTC());
    }

    public static TwoProjects start(Clock clock) {
        return start(clock, Map.of());
    }

    /** @param further settings */
    public static TwoProjects start(Clock clock, Map<String, String> further) {
        var settings = new HashMap<>(further);
        settings.put("CODEFRAME_WORKERS", "0");
        settings.put("CODEFRAME_HUB", "http://127.0.0.1:9");
        return new TwoProjects(TestApp.empty(settings, clock));
    }

    /** For what is asked of videos that nobody has written down. */
    public void addVideos() {
        video(1, first.mark());
        video(2, second.mark());
        keep();
    }

    private void video(long project, String mark) {
        app.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        with b as (insert into blob (sha256, media_type, width, height, size, bytes)
                                   values (sha256(convert_to(:mark || ' moves', 'UTF8')), 'video/mp4', 8, 8, 5, '')
                                   returning sha256),
                        v as (insert into video (sha256, container, codec, audio, duration_ms, rotation, frames, rate)
                              select sha256, 'MP4', 'h264', true, 6000, 0, 150, 25 from b)
                        insert into image (project_id, sha256, path, medium)
                        select :project, sha256, :mark || '/moves.mp4', 'video' from b
                        """)
                        .bind("project", project)
                        .bind("mark", mark)
                        .execute());
    }

    /** Remembers all rows as they are now. */
    public void keep() {
        tables.keep();
        kept = tables.sums();
    }

    /** Whoever has the role in the first project and no more. */
    public Client least(Role role) {
        return switch (role) {
            case ANYONE -> visitor;
            case SIGNED_IN, VIEWER -> vic;
            case CODER -> cleo;
            case OWNER, ADMIN -> ona;
        };
    }

    /** Everybody who is signed in and has less than the role in the first project. */
    public List<Client> below(Role role) {
        return switch (role) {
            case ANYONE, SIGNED_IN -> List.of();
            case ADMIN -> List.of(oz);
            case VIEWER -> List.of(pat, oz);
            case CODER -> List.of(pat, oz, vic);
            case OWNER -> List.of(pat, oz, vic, cleo);
        };
    }

    /** The owner of the second project, who is nobody in the first. */
    public Client other() {
        return oz;
    }

    /** The tables that are not as they were kept. */
    public Set<String> changed() {
        var now = tables.sums();
        return kept.keySet().stream()
                .filter(table -> !now.get(table).equals(kept.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many rows each changed table has gained or lost. */
    public Map<String, Long> grown() {
        var now = tables.sums();
        return changed().stream()
                .collect(Collectors.toMap(table -> table, table -> rows(now.get(table)) - rows(kept.get(table))));
    }

    private static long rows(String sum) {
        return Long.parseLong(sum.substring(0, sum.indexOf(' ')));
    }

    public void restore() {
        tables.restore(changed());
    }

    @Override
    public void close() {
        app.close();
    }
}
