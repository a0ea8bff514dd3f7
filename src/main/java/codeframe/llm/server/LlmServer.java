package codeframe.llm.server;

import java.net.URI;
import java.time.Duration;

/**
 * A server that speaks OpenAI's interface.
 *
 * @param preset key of the {@link Preset} that it was added by
 * @param hasKey whether a key is kept for it; local servers need none
 * @param keyHeader in which the key goes; empty for a bearer of Authorization
 * @param apiVersion of Azure's classic form, else empty
 * @param inFlight requests that one node may have under way
 * @param patienceMinutes for how long one answer is waited for; null for as long as is usual
 * @param giveUpMinutes after how long without any answer a run gives up
 * @param requestsPerMinute shared by all nodes; null where there is no limit
 * @param tokensPerMinute shared by all nodes; null where there is no limit
 * @param batchSize requests that go into one batch; null for as many as is usual
 * @param batchBears as many as it took of late, where those were too many, else null
 */
public record LlmServer(
        long id,
        long projectId,
        String preset,
        String name,
        String baseUrl,
        boolean hasKey,
        String keyHeader,
        String apiVersion,
        int inFlight,
        Integer requestsPerMinute,
        Integer tokensPerMinute,
        Integer patienceMinutes,
        int giveUpMinutes,
        Integer batchSize,
        Integer batchBears) {
    /** Requests of one batch, where nothing was chosen. */
    public static final int BATCH = 500;

    public String host() {
        return URI.create(baseUrl).getHost();
    }

    int port() {
        return port(URI.create(baseUrl));
    }

    static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
    }

    public boolean isLimited() {
        return requestsPerMinute != null || tokensPerMinute != null;
    }

    /** @param usual where nothing was chosen */
    Duration patience(Duration usual) {
        return patienceMinutes == null ? usual : Duration.ofMinutes(patienceMinutes);
    }

    public Duration giveUp() {
        return Duration.ofMinutes(giveUpMinutes);
    }

    /** OpenAI's own models take the limit of an answer under a newer name than everybody else's. */
    public boolean isOpenAi() {
        return host().endsWith("openai.com") || host().endsWith("openai.azure.com");
    }

    public Preset kind() {
        return Presets.of(preset);
    }

    /** What a key is sealed for: at another address it does not open. */
    static String place(long project, String baseUrl) {
        return project + " " + baseUrl;
    }

    /** What the value of a further header is sealed for. */
    static String place(long project, String baseUrl, String header) {
        return place(project, baseUrl) + " " + header;
    }
}
