package codeframe.clip;

/**
 * How a model's text tower is built; a number that the files leave out is 0 and follows from the weights.
 *
 * @param causal whether a token sees only those before it
 * @param fill the token behind a phrase, which matters where tokens see what comes after them; -1 where the tokenizer's
 *     files say
 */
record TextTower(
        Transformer transformer,
        int vocabulary,
        int context,
        boolean causal,
        Pooling pooling,
        int bos,
        int eos,
        int fill,
        Head head,
        PhraseCleaning cleaning) {

    /** A tower as CLIP has it. */
    static TextTower clip(
            Transformer transformer,
            int vocabulary,
            int context,
            boolean causal,
            Pooling pooling,
            int bos,
            int eos,
            int fill) {
        return new TextTower(
                transformer, vocabulary, context, causal, pooling, bos, eos, fill, Head.MATRIX, PhraseCleaning.OPENAI);
    }

    /** What makes the vector of a phrase as wide as that of an image. */
    enum Head {
        NONE,
        MATRIX,
        /** A matrix and a bias. */
        LINEAR
    }

    /** At which token the vector of a phrase is read off. */
    enum Pooling {
        /** The highest number, as OpenAI's code has it: the end mark of its vocabulary. */
        HIGHEST,
        /** The first end mark. */
        END,
        FIRST,
        /** The last place of the whole context, behind the phrase. */
        LAST
    }

    /** Whether what stands behind a phrase has an effect on it. */
    boolean seesFill() {
        return !causal || pooling == Pooling.LAST;
    }

    int place(PhraseTokens tokens, int mark, int length) {
        return switch (pooling) {
            case HIGHEST -> tokens.highest();
            case END -> tokens.end(mark);
            case FIRST -> 0;
            case LAST -> length - 1;
        };
    }

    /** Phrases end with the tokenizer's mark, so a model that looks for another would read them off anywhere. */
    void check(Tokenizer tokenizer) {
        if (pooling == Pooling.END && eos >= 0 && eos != tokenizer.eos()) {
            throw new BrokenModel("The config names " + eos + " as the token that ends a phrase, the tokenizer ends"
                    + " phrases with " + tokenizer.eos() + "; the files do not belong together.");
        }
    }

    boolean isUsual() {
        return causal && (pooling == Pooling.HIGHEST || pooling == Pooling.END);
    }
}
