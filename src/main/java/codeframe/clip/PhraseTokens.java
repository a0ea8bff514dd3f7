package codeframe.clip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A phrase as the text tower takes it; {@code cut} when it was longer than the model reads. */
record PhraseTokens(List<Integer> ids, boolean cut) {
    /** The end mark always stays: the vector of a phrase is read off at its place. */
    static PhraseTokens of(int bos, List<Integer> inner, int eos, int context) {
        boolean cut = inner.size() > context - 2;
        var ids = new ArrayList<Integer>();
        ids.add(bos);
        ids.addAll(cut ? inner.subList(0, context - 2) : inner);
        ids.add(eos);
        return new PhraseTokens(List.copyOf(ids), cut);
    }

    /** Up to the first end mark, should a phrase contain the text of one. */
    int end(int eos) {
        return ids.indexOf(eos);
    }

    /** The first of the highest tokens, which in OpenAI's vocabulary are the end marks. */
    int highest() {
        return ids.indexOf(Collections.max(ids));
    }
}
