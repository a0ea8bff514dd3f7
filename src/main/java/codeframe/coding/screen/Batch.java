package codeframe.coding.screen;

import java.util.List;

/**
 * What the screen needs to go on.
 *
 * @param version number of the codebook version that is in force now
 * @param csrf for a screen that has been open since before its coder signed in again
 */
public record Batch(
        List<CodingItem> items, CoderAssignments.Progress progress, int version, boolean closed, String csrf) {}
