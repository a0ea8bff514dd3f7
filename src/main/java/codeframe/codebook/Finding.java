package codeframe.codebook;

/**
 * What a check says about a codebook, and where: the keys of the variable and category (empty where it is about
 * neither) and the field. An error keeps the codebook from being published; a warning is advice.
 */
public record Finding(boolean error, String variable, String category, String field, String sentence) {
    static Finding error(String variable, String category, String field, String sentence) {
        return new Finding(true, variable, category, field, sentence);
    }

    static Finding warning(String variable, String category, String field, String sentence) {
        return new Finding(false, variable, category, field, sentence);
    }
}
