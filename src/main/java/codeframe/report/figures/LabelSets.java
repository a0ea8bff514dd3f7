package codeframe.report.figures;

import codeframe.statistics.agreement.Alpha;
import codeframe.statistics.agreement.Codes;
import codeframe.statistics.agreement.FixedAlpha;
import codeframe.statistics.agreement.MultiValuedAlpha;
import codeframe.statistics.agreement.SetDistance;
import java.util.List;
import java.util.Set;

/** The categories of a variable that takes several labels: the sets that were given, and the labels in them. */
public record LabelSets(List<String> labels, List<Set<String>> sets) {
    Alpha alpha(Codes codes, SetDistance distance) {
        return new FixedAlpha(codes, distance.among(sets));
    }

    Alpha multiValued(Codes codes) {
        return new MultiValuedAlpha(codes, sets);
    }

    /** Given or not given, for one label. */
    Codes split(Codes codes, String label) {
        return codes.split(set -> sets.get(set).contains(label));
    }
}
