package codeframe.llm.ask;

/** The parts of a reply that an answer is read from; each may be null. */
public record ReplyParts(String answer, String refusal, String finish) {}
