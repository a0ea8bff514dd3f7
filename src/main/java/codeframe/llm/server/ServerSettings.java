package codeframe.llm.server;

/** What is kept of a form about a server, but for its key and headers, which are sealed. */
public record ServerSettings(
        String preset,
        String name,
        String baseUrl,
        String keyHeader,
        String apiVersion,
        int inFlight,
        Integer requestsPerMinute,
        Integer tokensPerMinute,
        Integer patienceMinutes,
        int giveUpMinutes,
        Integer batchSize) {}
