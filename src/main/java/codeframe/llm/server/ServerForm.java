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
            "tokens_per_minute");

    /** As servers of that kind usually are. */
    static ServerForm proposed(Preset preset) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("preset", preset.key());
        typed.put("name", preset.address().isEmpty() ? "" : preset.name());
        typed.put("base_url", preset.address());
        typed.put("key_header", preset.keyHeader());
        typed.put("api_version", preset.apiVersion());
        typed.put("in_flight", Integer.toString(preset.inFlight()));
        typed.put("requests_per_minute", text(preset.requestsPerMinute()));
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

    /** Of a form without mistakes. */
    ServerSettings settings() {
        return new ServerSettings(
                preset().key(),
                value("name"),
                value("base_url"),
                value("key_header"),
                value("api_version"),
                Integer.parseInt(value("in_flight")),
                number("requests_per_minute"),
                number("tokens_per_minute"));
    }

    private Integer number(String field) {
        return value(field).isEmpty() ? null : Integer.valueOf(value(field));
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
