package codeframe.coding;

import java.util.List;

/** What a machine said of one image, about to be saved. */
public record Coded(long image, String outcome, List<Code> codes) {}
