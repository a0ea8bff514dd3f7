package codeframe.llm.ask;

import codeframe.db.Json;
import codeframe.llm.prompt.SchemaMode;
import codeframe.llm.server.RequestHabit;
import codeframe.llm.server.ServerErrorText;
import codeframe.llm.server.ServerRefusal;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A refusal that names a parameter of the request: which one it is, of those that were sent. Servers put the name into
 * {@code error.param}, into {@code loc} of a list {@code detail}, into {@code fieldViolations}, or only into words.
 */
public final class ParameterRefusal {
    private static final Pattern COMPLAINT =
            Pattern.compile("unsupported|not supported|n['o]t support|deprecated|unknown"
                    + "|unrecogni[sz]ed|unexpected|extra|not permitted|not allowed|forbidden|invalid|not a valid|cannot be used"
                    + "|can't be used|not available|only the default|cannot find field|not enabled|not implemented|instead"
                    + "|not compatible|incompatible|is not one of|must be one of|should be|does not match");
    private static final Pattern QUOTED = Pattern.compile("'[^'\n]{3,80}'|\"[^\"\n]{3,80}\"|`[^`\n]{3,80}`");
    private static final Pattern TOO_MUCH =
            Pattern.compile("too (large|big|high|long)|at most|maximum|less than|exceed|context (length|window)|range");
    private static final Pattern TOO_MANY = Pattern.compile("greater than|" + TOO_MUCH.pattern());
    private static final Pattern OF_THE_IMAGE =
            Pattern.compile("content_filter|content_policy|moderation|invalid_image|image_parse");

    private final Set<RequestHabit> sent;
    private final Sent request;
    private final String named;
    private final String words;

    /** What the refused request held. */
    public record Sent(boolean temperature, SchemaMode mode, boolean completionTokens, boolean logprobs) {}

    private ParameterRefusal(Set<RequestHabit> sent, Sent request, String named, String words) {
        this.sent = sent;
        this.request = request;
        this.named = named;
        this.words = words;
    }

    /** @param sent the habits by which the refused request was written; none of them is ever found again */
    static Optional<RequestHabit> of(ServerRefusal said, Set<RequestHabit> sent, Sent request) {
        // OpenAI says of some models that one is not allowed to ask them for logprobs, as if it were for the key.
        boolean listens = said.status() == 400
                || said.status() == 422
                || (said.status() == 403 && said.body().contains("logprobs"));
        if (!listens || OF_THE_IMAGE.matcher(ServerErrorText.code(said)).find()) {
            return Optional.empty();
        }
        var named = new ArrayList<String>();
        var words = new ArrayList<String>();
        collect(tree(said.body()), "", named, words);
        var all = words.isEmpty() ? said.body() : String.join(" \n ", words);
        var refusal = new ParameterRefusal(sent, request, low(String.join(" ", named)), low(all));
        return refusal.places().map(refusal::habit).flatMap(Optional::stream).findFirst();
    }

    /** What names the parameter most surely first: some words tell which others would be taken. */
    private Stream<String> places() {
        var quoted = QUOTED.matcher(words).results().map(MatchResult::group);
        return Stream.of(Stream.of(named), quoted, Stream.of(words)).flatMap(Function.identity());
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static JsonNode tree(String body) {
        try {
            var tree = Json.MAPPER.readTree(body);
            return tree == null ? Json.MAPPER.missingNode() : tree;
        } catch (JsonProcessingException notJson) {
            return Json.MAPPER.missingNode();
        }
    }

    /** Every text of the body; those in fields that name a parameter apart. */
    private static void collect(JsonNode node, String key, List<String> named, List<String> words) {
        if (node.isTextual()) {
            if (!Set.of("type", "code", "status").contains(key)) {
                words.add(node.asText());
            }
            if (Set.of("param", "parameter", "loc", "field").contains(key)) {
                named.add(node.asText());
            }
            if (node.asText().strip().startsWith("{")) {
                collect(tree(node.asText()), "", named, words);
            }
        } else if (node.isArray()) {
            node.forEach(one -> collect(one, key, named, words));
        } else {
            // Some servers repeat what they were sent.
            node.properties().stream()
                    .filter(field -> !field.getKey().equals("input"))
                    .forEach(field -> collect(field.getValue(), field.getKey(), named, words));
        }
    }

    private Optional<RequestHabit> habit(String where) {
        if (where.isBlank()) {
            return Optional.empty();
        } else if (!COMPLAINT.matcher(words).find()) {
            return TOO_MANY.matcher(words).find() ? logprobs(where) : Optional.empty();
        }
        return logprobs(where)
                .or(() -> temperature(where))
                .or(() -> seed(where))
                .or(() -> form(where))
                .or(() -> limit(where))
                .or(() -> detail(where))
                .or(() -> system(where));
    }

    private Optional<RequestHabit> unlessSent(RequestHabit habit) {
        return sent.contains(habit) ? Optional.empty() : Optional.of(habit);
    }

    /** Also where fewer alternatives would be taken: a server that takes so few is started without them. */
    private Optional<RequestHabit> logprobs(String where) {
        return request.logprobs() && has(where, "(top_|max_|sample )?logprobs?")
                ? unlessSent(RequestHabit.NO_LOGPROBS)
                : Optional.empty();
    }

    /** One that is too high is the run's mistake and not the server's habit. */
    private Optional<RequestHabit> temperature(String where) {
        return request.temperature()
                        && has(where, "temperature")
                        && !TOO_MUCH.matcher(words).find()
                ? unlessSent(RequestHabit.NO_TEMPERATURE)
                : Optional.empty();
    }

    private Optional<RequestHabit> seed(String where) {
        return has(where, "(random_)?seed") ? unlessSent(RequestHabit.NO_SEED) : Optional.empty();
    }

    /** From a schema to JSON, from JSON to plain text. */
    private Optional<RequestHabit> form(String where) {
        boolean form = has(
                where,
                "response_?format|json_?schema|json_object|(response|guided|output)_?(json_?)?schema"
                        + "|structured[ _]outputs?|additionalproperties|guided_json");
        if (!form || request.mode() == SchemaMode.TEXT || sent.contains(RequestHabit.PLAIN_TEXT)) {
            return Optional.empty();
        }
        boolean json = request.mode() == SchemaMode.JSON || sent.contains(RequestHabit.JSON_OBJECT);
        return Optional.of(json ? RequestHabit.PLAIN_TEXT : RequestHabit.JSON_OBJECT);
    }

    /** To the other name, once; a limit that is too high is no other name's. */
    private Optional<RequestHabit> limit(String where) {
        boolean changed = sent.contains(RequestHabit.MAX_TOKENS) || sent.contains(RequestHabit.MAX_COMPLETION_TOKENS);
        var name = request.completionTokens() ? "max_completion_tokens" : "max_tokens";
        if (changed || !has(where, name) || TOO_MUCH.matcher(words).find()) {
            return Optional.empty();
        }
        return Optional.of(request.completionTokens() ? RequestHabit.MAX_TOKENS : RequestHabit.MAX_COMPLETION_TOKENS);
    }

    /** The word alone is in every error of FastAPI, so it has to be the image's. */
    private Optional<RequestHabit> detail(String where) {
        boolean ofTheImage =
                (has(where, "image_url") && has(where, "detail")) || where.matches("(?s).*['\"`]detail['\"`].*");
        return ofTheImage ? unlessSent(RequestHabit.NO_DETAIL) : Optional.empty();
    }

    /** Roles that have to alternate are about the order of the messages, also where the sentence names the system's. */
    private Optional<RequestHabit> system(String where) {
        if (words.contains("must alternate")) {
            return Optional.empty();
        }
        boolean role = (has(where, "system") && has(where, "roles?|messages?|instructions?|prompts?"))
                || has(where, "developer instruction")
                || where.matches("(?s).*\\bmessages\\b.*\\brole\\b.*");
        return role ? unlessSent(RequestHabit.SYSTEM_AS_USER) : Optional.empty();
    }

    private static boolean has(String where, String name) {
        return Pattern.compile("(?<![a-z0-9_])(" + name + ")(?![a-z0-9_])")
                .matcher(where)
                .find();
    }
}
