package codeframe.llm.server;

import codeframe.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is wrong with what was typed about a server. */
final class ServerFormCheck {
    private static final int MOST_IN_FLIGHT = 256;

    private final ServerForm form;
    private final Optional<LlmServer> kept;
    private final List<String> keptHeaders;
    private final List<Problem.Mistake> found = new ArrayList<>();

    /**
     * @param kept the server as it is, when one is changed
     * @param keptHeaders names of its headers
     */
    ServerFormCheck(ServerForm form, Optional<LlmServer> kept, List<String> keptHeaders) {
        this.form = form;
        this.kept = kept;
        this.keptHeaders = keptHeaders;
    }

    ServerForm checked(boolean nameTaken) {
        name(nameTaken);
        address();
        key();
        headers();
        limit("in_flight", 1, MOST_IN_FLIGHT, "nothing for 1 on this computer and 8 elsewhere");
        limit("requests_per_minute", 1, 1_000_000, "nothing for no limit");
        limit("tokens_per_minute", 1_000, 1_000_000_000, "nothing for no limit");
        limit("patience", 1, 60, "nothing for 10 on this computer and 2 elsewhere");
        limit("give_up", 1, 10_080, "nothing for 60");
        limit("batch_size", 1, 5_000, "nothing for " + LlmServer.BATCH);
        return form.with(found);
    }

    private void wrong(String field, String sentence) {
        found.add(new Problem.Mistake(field, 0, sentence));
    }

    private void name(boolean taken) {
        var name = form.value("name");
        if (name.isEmpty() || name.length() > 80) {
            wrong("name", "Give the server a name of at most 80 characters.");
        } else if (taken) {
            wrong("name", "Another server of this project has that name.");
        }
    }

    private void address() {
        var url = form.value("base_url");
        Addresses.mistake(url).ifPresent(sentence -> wrong("base_url", sentence));
        if (url.length() > 500) {
            wrong("base_url", "A base URL has at most 500 characters.");
        } else if (url.contains("//NAME.")) {
            wrong("base_url", "Put the name of your own resource for NAME.");
        }
        var version = form.value("api_version");
        if (!version.matches("[A-Za-z0-9.-]{0,40}")) {
            wrong("api_version", "A version such as 2024-10-21, or nothing.");
        } else if (!version.isEmpty() && url.contains("/openai")) {
            wrong(
                    "base_url",
                    "With a version the address ends with the computer's name, such as"
                            + " https://my-resource.openai.azure.com; the rest is put behind it.");
        }
    }

    private boolean movesAway() {
        return kept.map(server -> !server.baseUrl().equals(form.value("base_url")))
                .orElse(false);
    }

    private void key() {
        var key = form.value("key");
        if (form.hasKey() && key.isEmpty() && !form.forgetKey() && movesAway()) {
            wrong("key", "The key that is kept goes to its old address alone. Type the key for the new one.");
        }
        if (key.length() > 2_000 || key.chars().anyMatch(c -> c < '!' || c > '~')) {
            wrong("key", "A key has at most 2,000 characters, no spaces and no special characters.");
        }
        var header = form.value("key_header");
        if (!header.matches("[A-Za-z0-9-]{0,60}")) {
            wrong("key_header", "The name of a header, such as api-key, or nothing for Authorization.");
        } else if (ServerHeaders.isOwn(header) && !header.equalsIgnoreCase("Authorization")) {
            wrong(
                    "key_header",
                    "The header " + header + " is written by the connection itself. Name one of the server's, such as"
                            + " api-key, or nothing for Authorization.");
        }
    }

    private void headers() {
        var headers = form.headers();
        if (headers.mistake() != null) {
            wrong("headers", headers.mistake());
            return;
        }
        for (var name : headers.kept()) {
            if (!keptHeaders.contains(name)) {
                wrong("headers", "Type the value of the header " + name + "; none is kept.");
            } else if (movesAway()) {
                wrong("headers", "Values that are kept go to their old address alone. Type that of " + name + " anew.");
            }
        }
    }

    private void limit(String field, long least, long most, String none) {
        var typed = form.value(field);
        boolean holds = typed.isEmpty()
                || (typed.matches("\\d{1,10}") && Long.parseLong(typed) >= least && Long.parseLong(typed) <= most);
        if (!holds) {
            wrong(field, "A whole number from " + least + " to " + most + ", or " + none + ".");
        }
    }
}
