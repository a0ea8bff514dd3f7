package codeframe.llm.server;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed about a server, and what is wrong with it. A key that was typed is in {@code key}; the one that is kept
 * never comes back to a page.
 */
public record ServerForm(
        long id,
        String name,
        String baseUrl,
        String key,
        boolean hasKey,
        boolean forgetKey,
        String inFlight,
        String requestsPerMinute,
        String tokensPerMinute,
        List<Problem.Mistake> mistakes) {
    private static final int MOST_IN_FLIGHT = 256;

    static ServerForm blank() {
        return new ServerForm(0, "", "", "", false, false, "8", "", "", List.of());
    }

    static ServerForm of(LlmServer server) {
        return new ServerForm(
                server.id(),
                server.name(),
                server.baseUrl(),
                "",
                server.hasKey(),
                false,
                Integer.toString(server.inFlight()),
                text(server.requestsPerMinute()),
                text(server.tokensPerMinute()),
                List.of());
    }

    private static String text(Integer limit) {
        return limit == null ? "" : limit.toString();
    }

    static ServerForm typed(Context ctx, Optional<LlmServer> kept) {
        return new ServerForm(
                kept.map(LlmServer::id).orElse(0L),
                Params.text(ctx, "name"),
                Params.text(ctx, "base_url").replaceAll("/+$", ""),
                Params.text(ctx, "key"),
                kept.map(LlmServer::hasKey).orElse(false),
                Params.text(ctx, "forget_key").equals("true"),
                Params.text(ctx, "in_flight"),
                Params.text(ctx, "requests_per_minute"),
                Params.text(ctx, "tokens_per_minute"),
                List.of());
    }

    /** @param kept the server as it is, when one is changed */
    ServerForm checked(Optional<LlmServer> kept, boolean nameTaken) {
        var found = new ArrayList<Problem.Mistake>();
        if (name.isEmpty() || name.length() > 80) {
            found.add(new Problem.Mistake("name", 0, "Give the server a name of at most 80 characters."));
        } else if (nameTaken) {
            found.add(new Problem.Mistake("name", 0, "Another server of this project has that name."));
        }
        Addresses.mistake(baseUrl).ifPresent(sentence -> found.add(new Problem.Mistake("base_url", 0, sentence)));
        if (baseUrl.length() > 500 || key.length() > 2_000) {
            found.add(new Problem.Mistake(
                    baseUrl.length() > 500 ? "base_url" : "key",
                    0,
                    "A base URL has at most 500 characters, and a key at most 2,000."));
        }
        if (keyIsForAnotherAddress(kept)) {
            found.add(new Problem.Mistake(
                    "key", 0, "The key that is kept goes to its old address alone. Type the key for the new one."));
        }
        if (key.chars().anyMatch(c -> c < '!' || c > '~')) {
            found.add(new Problem.Mistake("key", 0, "A key has no spaces and no special characters."));
        }
        limit("in_flight", inFlight, 1, MOST_IN_FLIGHT, false).ifPresent(found::add);
        limit("requests_per_minute", requestsPerMinute, 1, 1_000_000, true).ifPresent(found::add);
        limit("tokens_per_minute", tokensPerMinute, 1_000, 1_000_000_000, true).ifPresent(found::add);
        return with(found);
    }

    private boolean keyIsForAnotherAddress(Optional<LlmServer> kept) {
        return hasKey
                && key.isEmpty()
                && !forgetKey
                && kept.map(server -> !server.baseUrl().equals(baseUrl)).orElse(false);
    }

    private static Optional<Problem.Mistake> limit(String field, String typed, long least, long most, boolean open) {
        if ((open && typed.isEmpty())
                || (typed.matches("\\d{1,10}") && Long.parseLong(typed) >= least && Long.parseLong(typed) <= most)) {
            return Optional.empty();
        }
        return Optional.of(new Problem.Mistake(
                field,
                0,
                "A whole number from " + least + " to " + most + (open ? ", or nothing for no limit." : ".")));
    }

    ServerForm with(List<Problem.Mistake> found) {
        return new ServerForm(
                id,
                name,
                baseUrl,
                key,
                hasKey,
                forgetKey,
                inFlight,
                requestsPerMinute,
                tokensPerMinute,
                List.copyOf(found));
    }

    ServerForm wrong(String field, String sentence) {
        var found = new ArrayList<>(mistakes);
        found.add(new Problem.Mistake(field, 0, sentence));
        return with(found);
    }

    static Integer number(String typed) {
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }
}
