package codeframe.coding.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read from a file of human codes.
 *
 * @param rows the numbers of its rows or tasks
 * @param images by row, where a row stands for an image whether or not it has answers
 * @param blank cells or tasks without an answer, which are no codes
 * @param refused what could not even be read as an answer
 * @param remarks what a reader should know about how the file was read
 */
record CodesFile(
        Set<Long> rows,
        List<FileAnswer> answers,
        Map<Long, String> images,
        long blank,
        List<MatchReport.Unmatched> refused,
        List<MatchReport.NotTaken> notTaken,
        List<String> remarks) {

    CodesFile with(List<FileAnswer> read, List<MatchReport.Unmatched> refusals, List<String> sentences) {
        return new CodesFile(rows, read, images, blank, refusals, notTaken, sentences);
    }
}
