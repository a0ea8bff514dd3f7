package codeframe.report.calculator;

import codeframe.report.figures.CodedVariable;
import java.util.List;

/**
 * A table of codes as it was sent, and what a reader should know about how it was read.
 *
 * @param questions values that may mean that there is no code
 */
public record CodeSheet(CodedVariable variable, List<String> notes, List<LabelQuestion> questions) {}
