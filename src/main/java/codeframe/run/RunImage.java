package codeframe.run;

/** An image to classify; its result names it by {@code id}. */
public record RunImage(long id, byte[] sha256) {}
