package codeframe.llm.server;

import java.util.List;

/** What was learnt of a server's limits while it was asked. */
public interface LearntLimits {
    /** In sentences; none where nothing was learnt. */
    List<String> of(LlmServer server);
}
