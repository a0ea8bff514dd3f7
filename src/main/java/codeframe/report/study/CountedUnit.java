package codeframe.report.study;

import codeframe.web.Choice;
import codeframe.web.Word;
import java.util.Arrays;
import java.util.List;

/** What is counted: pictures, which are coded once, or the posts that show them. */
public enum CountedUnit implements Word {
    PICTURES,
    POSTS;

    public static List<Choice> choices() {
        return Arrays.stream(values())
                .map(unit -> new Choice(unit.word(), unit.word()))
                .toList();
    }

    /** In an address; nothing where pictures are counted. */
    public String part() {
        return this == PICTURES ? "" : word();
    }
}
