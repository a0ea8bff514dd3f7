package codeframe.llm.prompt;

/** An example image that is shown before the image itself, at low detail, with the answer that is right for it. */
public record FewShotExample(long image, String answer) {}
