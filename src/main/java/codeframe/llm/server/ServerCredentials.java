package codeframe.llm.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * What shows a server who asks, unsealed.
 *
 * @param keyHeader in which the key goes; empty for a bearer of Authorization
 * @param apiVersion sent in the address; empty for none
 * @param headers further ones, by name
 */
record ServerCredentials(Optional<String> key, String keyHeader, String apiVersion, Map<String, String> headers) {
    /** What is shorter stands in other words too. */
    private static final int SHORTEST = 4;

    static final ServerCredentials NONE = new ServerCredentials(Optional.empty(), "", "", Map.of());

    HttpUrl at(HttpUrl url) {
        return apiVersion.isEmpty()
                ? url
                : url.newBuilder().setQueryParameter("api-version", apiVersion).build();
    }

    /** A text of the server's without any of the secrets that it repeats, however they are written in JSON or an address. */
    String hidden(String text) {
        return text == null ? null : hidden(text, written());
    }

    private static String hidden(String text, List<String> secrets) {
        var shown = text;
        for (var secret : secrets) {
            shown = shown.replace(secret, "(secret)");
        }
        return shown;
    }

    /** The longest first, so that none leaves the rest of another behind. */
    private List<String> written() {
        return Stream.concat(key.stream(), headers.values().stream())
                .flatMap(ServerCredentials::forms)
                .filter(secret -> secret.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> forms(String secret) {
        var json = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
        return Stream.of(secret, json, json.replace("/", "\\/"), URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }

    /** A request without any of the client's own. */
    void into(Request.Builder request) {
        request.removeHeader("Authorization").removeHeader("api-key");
        headers.forEach(request::header);
        key.ifPresent(secret -> {
            if (keyHeader.isEmpty()) {
                request.header("Authorization", "Bearer " + secret);
            } else {
                request.header(keyHeader, secret);
            }
        });
    }
}
