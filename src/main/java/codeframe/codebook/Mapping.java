package codeframe.codebook;

/** What becomes of the codes of a category that the new version no longer has; empty: they are made again. */
public record Mapping(String variable, String category, String becomes) {}
