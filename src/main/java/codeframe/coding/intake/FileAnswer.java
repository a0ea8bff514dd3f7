package codeframe.coding.intake;

import java.util.List;

/**
 * One answer as a file has it, before anything is looked up.
 *
 * @param row where in the file: its row in a spreadsheet (the header is row 1), or the task's number
 * @param values as written, several for a variable of several values
 * @param state empty, or in words why there is no value
 */
record FileAnswer(
        long row,
        String image,
        String coder,
        String variable,
        List<String> values,
        String state,
        String note,
        String createdAt) {

    static FileAnswer of(long row, String image, String coder, String variable, List<String> values) {
        return new FileAnswer(row, image, coder, variable, values, "", "", "");
    }
}
