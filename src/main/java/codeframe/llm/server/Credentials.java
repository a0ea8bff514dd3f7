package codeframe.llm.server;

import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * What shows a server who asks, unsealed.
 *
 * @param keyHeader in which the key goes; empty for a bearer of Authorization
 * @param apiVersion sent in the address; empty for none
 * @param headers further ones, by name
 */
record Credentials(Optional<String> key, String keyHeader, String apiVersion, Map<String, String> headers) {
    static final Credentials NONE = new Credentials(Optional.empty(), "", "", Map.of());

    HttpUrl at(HttpUrl url) {
        return apiVersion.isEmpty()
                ? url
                : url.newBuilder().setQueryParameter("api-version", apiVersion).build();
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
