package codeframe.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two texts, word by word, by their longest common subsequence. */
public final class WordDiff {
    private static final Pattern WORD = Pattern.compile("\\s+|[^\\s]+");
    /** Beyond this many cells of the table the texts stand one after the other as a whole. */
    private static final long MOST_CELLS = 4_000_000;

    private WordDiff() {}

    /** @param kind same, gone or added */
    public record Piece(String kind, String text) {}

    public static List<Piece> of(String before, String after) {
        var old = words(before);
        var now = words(after);
        if (before.equals(after)) {
            return List.of(new Piece("same", after));
        } else if ((long) old.size() * now.size() > MOST_CELLS) {
            return List.of(new Piece("gone", before), new Piece("added", after));
        }
        return joined(pieces(old, now, common(old, now)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    /** Cell i, j: how many words the rests from i and j have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        var common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Piece> pieces(List<String> old, List<String> now, int[][] common) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                pieces.add(new Piece("same", old.get(i++)));
                j++;
            } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                pieces.add(new Piece("gone", old.get(i++)));
            } else {
                pieces.add(new Piece("added", now.get(j++)));
            }
        }
        return pieces;
    }

    private static List<Piece> joined(List<Piece> pieces) {
        var joined = new ArrayList<Piece>();
        for (var piece : pieces) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).kind().equals(piece.kind())) {
                joined.set(last, new Piece(piece.kind(), joined.get(last).text() + piece.text()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }
}
