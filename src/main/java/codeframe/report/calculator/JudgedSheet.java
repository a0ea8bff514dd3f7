package codeframe.report.calculator;

import codeframe.report.figures.Judged;
import java.util.List;

/**
 * A table of gold and predicted labels as it was sent, and what a reader should know about how it was read.
 *
 * @param questions values that may mean that there is no label
 */
public record JudgedSheet(Judged judged, List<String> notes, List<LabelQuestion> questions) {}
