package codeframe.clip;

import codeframe.codebook.Category;
import codeframe.codebook.Variable;
import codeframe.coding.Code;
import codeframe.coding.CodeState;
import codeframe.run.Scores;
import java.util.List;

/** Decides one variable for images by the phrases of its categories. */
interface PhraseJudge {
    /** What was decided for one image. */
    interface Judgement {
        /** One code, or one for each value where several may apply. */
        List<Code> codes();

        /** Every category and every phrase, for looking at. */
        Scores scores();
    }

    Variable variable();

    /**
     * One judgement per image, in the same order.
     *
     * @param images [n][d], each of length one
     */
    List<? extends Judgement> judge(float[][] images);

    /** A variable shown only under a condition does not apply where earlier codes of the same image deny it. */
    default List<Code> codes(Judgement judgement, List<Code> earlier) {
        var condition = variable().showIf();
        var asked = earlier.stream()
                .filter(code -> code.variable().equals(condition.variable()))
                .toList();
        boolean denied = !asked.isEmpty()
                && asked.stream().noneMatch(code -> condition.values().contains(code.value()));
        return denied ? List.of(Code.without(variable().key(), CodeState.NOT_APPLICABLE)) : judgement.codes();
    }

    /** The categories that can be chosen; the others have no words that CLIP could look for. */
    static List<Category> phrased(Variable variable) {
        return variable.categories().stream()
                .filter(category -> !category.phrases().isEmpty())
                .toList();
    }
}
