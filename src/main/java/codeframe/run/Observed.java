package codeframe.run;

import codeframe.web.Choice;
import java.util.List;

/**
 * What came to light while a run was done, in words.
 *
 * @param facts for the record: what was seen as the label, the name of it as the value
 * @param remarks that whoever uses the run must not overlook
 */
public record Observed(List<Choice> facts, List<String> remarks) {
    public static final Observed NONE = new Observed(List.of(), List.of());
}
