package codeframe.image;

import java.util.ArrayList;
import java.util.List;

/** A filter in words, for the record of a run or a sample. */
public final class FilterWords {
    private FilterWords() {}

    public static String of(ImageFilter filter) {
        var words = new ArrayList<String>();
        add(words, "account ", filter.accounts());
        add(words, "kind ", filter.kinds());
        add(words, "import ", filter.imports());
        add(words, "sample ", filter.samples());
        add(words, "selection ", filter.selections());
        if (!filter.from().isEmpty()) {
            words.add("from " + filter.from());
        }
        if (!filter.to().isEmpty()) {
            words.add("to " + filter.to());
        }
        if (!filter.text().isEmpty()) {
            words.add("with the words \"" + filter.text() + "\"");
        }
        if (filter.seen().asked()) {
            words.add(filter.seen().inWords());
        }
        if (filter.differing().asked()) {
            words.add("coders differ in " + filter.differing().variable()
                    + between(filter.differing().coders()));
        }
        filter.splits().forEach(split -> words.add(split.inWords()));
        filter.left().forEach(left -> words.add(left.inWords()));
        if (!filter.frames().text().isEmpty()) {
            words.add(filter.frames().inWords());
        }
        filter.codes()
                .forEach(code -> words.add(code.variable() + " = " + code.value() + " (coder " + code.coder() + ")"));
        return words.isEmpty() ? "all" : String.join("; ", words);
    }

    private static String between(List<Long> coders) {
        return coders.isEmpty()
                ? ""
                : " (coders "
                        + String.join(", ", coders.stream().map(String::valueOf).toList()) + ")";
    }

    private static void add(List<String> words, String name, List<?> values) {
        if (!values.isEmpty()) {
            words.add(name
                    + String.join(" or ", values.stream().map(String::valueOf).toList()));
        }
    }
}
