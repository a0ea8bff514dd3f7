package codeframe.llm.server;

import java.util.List;

/** Asks a model about a drawing, in one tiny request that is written as a run's are. */
public interface ModelCheck {
    /** What a test showed, as a sentence. */
    record Finding(boolean good, String sentence) {}

    List<Finding> ask(LlmServer server, String model);
}
