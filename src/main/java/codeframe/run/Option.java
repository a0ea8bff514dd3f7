package codeframe.run;

import codeframe.web.Choice;
import java.util.List;

/** A parameter that people choose when they start a run; the first choice is the proposed one. */
public record Option(String name, String label, String hint, List<Choice> choices) {}
