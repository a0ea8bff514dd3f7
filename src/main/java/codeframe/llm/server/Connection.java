package codeframe.llm.server;

import codeframe.web.NumberText;
import java.util.List;

/**
 * How a server answered the question for its models.
 *
 * @param models what it says it has; empty when it did not answer well
 */
public record Connection(boolean works, String sentence, List<String> models) {

    public static Connection test(LlmClients clients, LlmServer server) {
        try {
            var models = clients.forQuestions(server).models();
            var sentence = models.isEmpty()
                    ? "The server answers, and has no model yet. Install one on it, such as with ollama pull."
                    : "The server answers and has " + NumberText.count(models.size(), "model", "models") + ".";
            return new Connection(true, sentence, models);
        } catch (ServerRefusal e) {
            return broken(refusal(server, e));
        } catch (TransportError e) {
            return broken(e.getMessage());
        }
    }

    private static Connection broken(String sentence) {
        return new Connection(false, sentence, List.of());
    }

    /** Some keys may ask models and not list them, and some servers have no list. */
    private static String refusal(LlmServer server, ServerRefusal said) {
        var words = ServerErrorText.of(said);
        return switch (said.status()) {
            case 401, 403 ->
                server.hasKey()
                        ? "The server refuses the key" + words + ", or only its list of models. Name a model and test"
                                + " again to know which; else type the key in again, or make a new one there."
                        : "The server wants a key" + words + ".";
            case 404, 405, 501 ->
                "The server has nothing at " + server.baseUrl() + "/models" + words
                        + ". Some have no list of models: name one and test again. The base URL of most servers ends"
                        + " in /v1.";
            case 301, 302, 303, 307, 308 ->
                "The server sends on to " + said.location()
                        + ". Redirects are not followed; if you trust that address, make it the base URL.";
            case 429 -> "The server is asked too often just now" + words + ". Test again in a minute.";
            default -> "The server answers with status " + said.status() + words + ".";
        };
    }
}
