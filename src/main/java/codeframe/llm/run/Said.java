package codeframe.llm.run;

/** The parts of a reply that an answer is read from; each may be null. */
record Said(String answer, String refusal, String finish) {}
