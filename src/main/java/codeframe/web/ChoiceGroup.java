package codeframe.web;

import java.util.List;

/** Options of a select that belong together; without a label they stand by themselves. */
public record ChoiceGroup(String label, List<Choice> choices) {}
