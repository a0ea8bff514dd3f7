package codeframe.testing;

import codeframe.image.decode.Drawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * A project with one of everything that an address can name. Its numbers begin at a thousand of its own, and every text in
 * it holds a word of its own, so that what belongs to it is known wherever it turns up.
 */
public final class Furnished {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(?:=(\\w+))?}");
    private static final String TYPE = """
            {"key": "type", "label": "Type", "type": "single", "level": "nominal", "categories": [
              {"key": "poster", "label": "Poster", "phrases": ["a poster"]},
              {"key": "crowd", "label": "Crowd", "phrases": ["a crowd"]}%s]},
            {"key": "people", "label": "People", "type": "number", "level": "ratio"}""";
    private static final String HASH = "0".repeat(64);
    private static final String TERMS = """
            {"server": %d, "detail": "auto", "edge": 1024, "format": "jpeg", "temperature": 0, "maxTokens": 100,
             "samples": 1, "batch": false, "cap": 3, "estimateLow": 1, "estimateHigh": 2, "examples": [],
             "prompt": {"parts": {"parts": [{"name": "role", "title": "Role", "text": "You code $mark."}]},
                        "options": {"anonymity": true}, "codebookVersion": 2, "examples": [], "sha256": "%s"}}""";
    private static final String OPENING = """
            {"codebookVersion": 2, "codebookHash": "%s", "runs": [{"run": %d, "name": "Run $mark 1", "kind": "clip",
             "model": "demo", "codebookVersion": 2, "promptHash": null, "images": 2}]}""";

    /** What stands in every project alike, by whatever name: asked for in another project, it is that one's own. */
    private static final Set<String> SHARED =
            Set.of("project", "version", "variable", "outcome", "seen", "name", "email", "mark");

    private final long project;
    private final String mark;
    private final Map<String, String> things = new LinkedHashMap<>();

    private Furnished(long project, String mark) {
        this.project = project;
        this.mark = mark;
        things.put("project", Long.toString(project));
        things.put("mark", mark);
        things.put("invited", "invitation-of-" + mark);
        things.put("reset", "reset-of-" + mark);
        things.put("set_up", "set-up-" + mark);
        things.put("version", "2");
        things.put("variable", "type");
        things.put("outcome", "coded");
        place(
                "post removed import image_in_open_sample selection_kept sample run server check invitation sweep source upload",
                1);
        place("place disabled", 1);
        place("uploading closed llm_run removed_category spare reading", 2);
        place("sealed selection recoded corrected stopped", 3);
        place("opened going contested", 4);
        place("failed idle", 5);
        place("image_in_sealed_sample", 7);
        place("image_tested", 10);
        place("coder", 11);
        place("image owner_coder", 12);
        place("gold", 13);
        place("imported", 14);
        things.put("account", "a" + mark + "1");
    }

    private void place(String names, long number) {
        for (var name : names.split(" ")) {
            things.put(name, Long.toString(base(project) + number));
        }
    }

    /** Project 1, Ona's, in which Cleo codes. */
    public static Furnished first(Jdbi jdbi) {
        return furnish(jdbi, 1, "onasown", World.ONA, World.CLEO);
    }

    /** Project 2, Oz's, in which Pat codes; made so that whoever looks there instead of in the first is told apart. */
    public static Furnished second(Jdbi jdbi) {
        World.join(jdbi, World.PAT, "Pat", 2);
        var furnished = furnish(jdbi, 2, "ozesown", World.OZ, World.PAT);
        var rival = furnished.script("rival.sql").replace("$both", Long.toString(World.id(jdbi, World.CLEO)));
        jdbi.useHandle(handle -> handle.createScript(rival).execute());
        return furnished;
    }

    /** More rows of everything that a page lists, numbered so. */
    public void addMany(Jdbi jdbi, int from, int to) {
        var script = script("many.sql")
                .replace("$looker", things.get("viewer"))
                .replace("$from", Integer.toString(from))
                .replace("$to", Integer.toString(to));
        jdbi.useHandle(handle -> handle.createScript(script).execute());
    }

    /** Secrets of every kind: about sealed images, and about those that the owner and the coder still code. */
    public void addSecrets(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createScript(script("secrets.sql")).execute());
    }

    /** As if others had said something else about what must stay unseen. @param own the coder who looks, or "0" */
    public void sayOtherwise(Jdbi jdbi, String own) {
        var script = script("otherwise.sql").replace("$own", own);
        jdbi.useTransaction(handle -> handle.createScript(script).execute());
    }

    private static Furnished furnish(Jdbi jdbi, long project, String mark, String owner, String coder) {
        var furnished = new Furnished(project, mark);
        furnished.people(jdbi, owner, coder);
        var draft = ", {\"key\": \"mood\", \"label\": \"Mood $mark\", \"type\": \"text\", \"level\": \"nominal\"}";
        var flyer = ", {\"key\": \"flyer\", \"label\": \"Flyer\"}";
        var script = furnished
                .script("furnished.sql")
                .replace("$first", codebook(TYPE.formatted(flyer)))
                .replace("$second", codebook(TYPE.formatted("")))
                .replace("$draft", codebook(TYPE.formatted("") + draft))
                .replace("$terms", TERMS.formatted(base(project) + 1, HASH))
                .replace("$opening", OPENING.formatted(HASH, base(project) + 1))
                .replace("$png", "'\\x" + HexFormat.of().formatHex(png()) + "'::bytea")
                .replace("$mark", mark);
        jdbi.useHandle(handle -> handle.createScript(script).execute());
        return furnished;
    }

    private void people(Jdbi jdbi, String owner, String coder) {
        things.put("name", "Study of " + mark);
        things.put("owner_user", Long.toString(World.id(jdbi, owner)));
        things.put("user", Long.toString(World.id(jdbi, coder)));
        things.put("viewer", Long.toString(World.id(jdbi, project == 1 ? World.VIC : coder)));
        things.put("email", coder);
        things.put("api_token", token(jdbi, project == 1 ? World.VIC : coder));
    }

    private static String token(Jdbi jdbi, String person) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from api_token where user_id = :user")
                .bind("user", World.id(jdbi, person))
                .mapTo(String.class)
                .one());
    }

    private static String codebook(String variables) {
        return "{\"codebook\": \"Codebook $mark\", \"language\": \"en\", \"variables\": [" + variables + "]}";
    }

    private static byte[] png() {
        return Drawn.encoded(Drawn.noise(8, 8, 1), "png");
    }

    private String script(String name) {
        try (var in = Furnished.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("$project", things.get("project"))
                    .replace("$owner", things.get("owner_user"))
                    .replace("$coder", things.get("user"))
                    .replaceAll("\\$b\\b", Long.toString(base(project)))
                    .replace("$mark", mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks up what only the program itself can tell: the fingerprint of a variable that is to be saved. */
    public void learn(Client owner) {
        var page = owner.get("/projects/" + project + "/codebook?variable=mood").text();
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(page);
        if (!seen.find()) {
            throw new IllegalStateException(page);
        }
        things.put("seen", seen.group(1));
    }

    public long project() {
        return project;
    }

    /** A word that stands in every text of the project and in no other. */
    public String mark() {
        return mark;
    }

    /** Whether an address or a body names a thing that no other project has. */
    public static boolean names(String text) {
        return NAME.matcher(text).results().anyMatch(found -> !SHARED.contains(name(found.group(1), found.group(2))));
    }

    private static long base(long project) {
        return 70_000 + 1_000 * project;
    }

    /** Told by the number, by the word, by the word as bytes, or by the project's own number, as {@link Tables} asks. */
    public String rows() {
        var bytes = HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
        return "(t::text ~ '\\m%d\\d{3}\\M|%s|%s' or to_jsonb(t) ->> 'project_id' = '%d')"
                .formatted(base(project) / 1000, mark, bytes, project);
    }

    private static String name(String parameter, String instead) {
        return Optional.ofNullable(instead).orElse(parameter);
    }

    /**
     * Puts the project's own things in: for {@code {sample}} its sample, for {@code {sample=closed}} the closed one.
     *
     * @throws IllegalArgumentException for what is not furnished: nothing is absent for want of it
     */
    public String fill(String text) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(thing(name(found.group(1), found.group(2)))));
    }

    private String thing(String name) {
        return Optional.ofNullable(things.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "{" + name + "} is not furnished: give projects one in furnished.sql and Furnished"));
    }

    /** The same, but through the address of another project. */
    public String fillThrough(Furnished other, String text) {
        return fill(text.replace("{project}", Long.toString(other.project)));
    }

    /** The same text about things that nobody has. */
    public String absent(String text) {
        return text.replaceAll("(?:\\b|(?<=%3[AD]))" + base(project) / 1000 + "(\\d{3})\\b", "79$1")
                .replace(mark, "nobodysown");
    }
}
