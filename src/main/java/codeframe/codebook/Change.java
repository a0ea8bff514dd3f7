package codeframe.codebook;

/**
 * One difference between two versions of a codebook, as a sentence. Where it touches codes, those of the variable with
 * the category as value are meant, or all of the variable where the category is empty.
 */
public record Change(Kind kind, String variable, String category, String sentence) {

    public enum Kind {
        ADDED_VARIABLE(false),
        REMOVED_VARIABLE(false),
        MEASURED_OTHERWISE(true),
        UNIT(true),
        INSTRUCTED_OTHERWISE(true),
        ASKED_OTHERWISE(true),
        ADDED_CATEGORY(false),
        REMOVED_CATEGORY(true),
        DEFINED_OTHERWISE(true),
        RENAMED(false),
        MOVED(false),
        PHRASES(false),
        OPTIONS(false),
        ABOUT(false);

        private final boolean touchesCodes;

        Kind(boolean touchesCodes) {
            this.touchesCodes = touchesCodes;
        }

        /** Whether people might decide differently now, so that earlier codes should be looked at again. */
        public boolean touchesCodes() {
            return touchesCodes;
        }
    }
}
