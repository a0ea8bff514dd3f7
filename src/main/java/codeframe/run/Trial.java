package codeframe.run;

import java.util.List;

/** What a run would make of one image; nothing of it is stored. */
public record Trial(Result result, List<Scores> scores) {}
