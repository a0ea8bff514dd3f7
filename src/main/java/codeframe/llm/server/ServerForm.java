package codeframe.llm.server;

import codeframe.web.Params;
import codeframe.web.Problem;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed about a server, and what is wrong with it. A key and the values of headers that are kept never come back
 * to a page, nor do those that were just typed.
 */
public record ServerForm(
        long id, Map<String, String> typed, boolean hasKey, boolean forgetKey, List<Problem.Mistake> mistakes) {
    private static final int GIVE_UP = 60;

    private static final List<String> FIELDS = List.of(
            "preset",
            "name",
            "base_url",
            "key",
            "key_header",
            "api_version",
            "headers",
            "in_flight",
            "requests_per_minute",
            "tokens_per_minute",
            "patience",
            "give_up",
            "batch_size");

    /** As servers of that kind usually are. */
    static ServerForm proposed(Preset preset) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("preset", preset.key());
        typed.put("name", preset.address().isEmpty() ? "" : preset.name());
        typed.put("base_url", preset.address());
        typed.put("key_header", preset.keyHeader());
        typed.put("api_version", preset.apiVersion());
        typed.put("in_flight", text(preset.inFlight()));
        typed.put("patience", text(preset.patienceMinutes()));
        typed.put("requests_per_minute", text(preset.requestsPerMinute()));
        typed.put("give_up", Integer.toString(GIVE_UP));
        return new ServerForm(0, typed, false, false, List.of());
    }

    /** @param headers names of those that are kept */
    static ServerForm of(LlmServer server, List<String> headers) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("preset", server.preset());
        typed.put("name", server.name());
        typed.put("base_url", server.baseUrl());
        typed.put("key_header", server.keyHeader());
        typed.put("api_version", server.apiVersion());
        typed.put("headers", ServerHeaders.names(headers));
        typed.put("in_flight", Integer.toString(server.inFlight()));
        typed.put("requests_per_minute", text(server.requestsPerMinute()));
        typed.put("tokens_per_minute", text(server.tokensPerMinute()));
        typed.put("patience", text(server.patienceMinutes()));
        typed.put("give_up", Integer.toString(server.giveUpMinutes()));
        typed.put("batch_size", text(server.batchSize()));
        return new ServerForm(server.id(), typed, server.hasKey(), false, List.of());
    }

    private static String text(Integer limit) {
        return limit == null ? "" : limit.toString();
    }

    static ServerForm typed(Context ctx, Optional<LlmServer> kept) {
        var typed = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> typed.put(field, Params.text(ctx, field)));
        typed.computeIfPresent("base_url", (field, url) -> url.replaceAll("/+$", ""));
        return new ServerForm(
                kept.map(LlmServer::id).orElse(0L),
                typed,
                kept.map(LlmServer::hasKey).orElse(false),
                Params.text(ctx, "forget_key").equals("true"),
                List.of());
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public Preset preset() {
        return Presets.of(value("preset"));
    }

    ServerHeaders headers() {
        return ServerHeaders.of(value("headers"), value("key_header"));
    }

    /** As a page may show them again: without the values. */
    public String headerNames() {
        return ServerHeaders.names(headers().values().keySet());
    }

    /** Whether more than an address and a key is needed. */
    public boolean isUnusual() {
        return !value("key_header").isEmpty()
                || !value("api_version").isEmpty()
                || !value("headers").isEmpty()
                || mistakes.stream().anyMatch(one -> one.key().matches("key_header|api_version|headers"));
    }

    /**
     * Of a form without mistakes.
     *
     * @param here whether it is this computer, where models are loaded first and answer one after another
     */
    ServerSettings settings(boolean here) {
        return new ServerSettings(
                preset().key(),
                value("name"),
                value("base_url"),
                value("key_header"),
                value("api_version"),
                number("in_flight", here ? 1 : 8),
                number("requests_per_minute", null),
                number("tokens_per_minute", null),
                number("patience", here ? 10 : 2),
                number("give_up", GIVE_UP),
                number("batch_size", null));
    }

    private Integer number(String field, Integer usual) {
        return value(field).isEmpty() ? usual : Integer.valueOf(value(field));
    }

    ServerForm with(List<Problem.Mistake> found) {
        return new ServerForm(id, typed, hasKey, forgetKey, List.copyOf(found));
    }

    ServerForm wrong(String field, String sentence) {
        var found = new ArrayList<>(mistakes);
        found.add(new Problem.Mistake(field, 0, sentence));
        return with(found);
    }

    /** What is wrong with a field, or null. */
    public String mistake(String field) {
        return Problem.Mistake.of(mistakes, field);
    }
}
