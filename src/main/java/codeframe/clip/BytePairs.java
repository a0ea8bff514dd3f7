package codeframe.clip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CLIP's byte pair encoding from vocab.json and merges.txt: pairs are merged in the order in which training found them. */
final class BytePairs implements Tokenizer {
    private static final String BOS = "<|startoftext|>";
    private static final String EOS = "<|endoftext|>";
    private static final String WORD_END = "</w>";
    private static final String[] LETTERS = letters();

    private record Pair(String left, String right) {}

    private final Map<String, Integer> vocabulary;
    private final Map<Pair, Integer> ranks;
    private final int bos;
    private final int eos;
    private final int fill;

    private BytePairs(Map<String, Integer> vocabulary, Map<Pair, Integer> ranks, ClipConfig config) {
        this.vocabulary = vocabulary;
        this.ranks = ranks;
        bos = vocabulary.getOrDefault(BOS, config.text().bos());
        eos = vocabulary.getOrDefault(EOS, config.text().eos());
        fill = config.text().fill();
        if (bos < 0 || eos < 0) {
            throw new BrokenModel("vocab.json has no marks for the start and the end of a phrase.");
        }
    }

    static BytePairs read(Path directory, ClipConfig config) {
        var vocabulary = new HashMap<String, Integer>();
        Fields.json(directory.resolve("vocab.json"))
                .properties()
                .forEach(
                        entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
        return new BytePairs(vocabulary, merges(directory.resolve("merges.txt")), config);
    }

    private static Map<Pair, Integer> merges(Path file) {
        var ranks = new HashMap<Pair, Integer>();
        try {
            for (var line : Files.readAllLines(file)) {
                int blank = line.indexOf(' ');
                if (!line.startsWith("#version") && blank > 0) {
                    ranks.put(new Pair(line.substring(0, blank), line.substring(blank + 1)), ranks.size());
                }
            }
        } catch (IOException e) {
            throw new BrokenModel("The file merges.txt cannot be read.", e);
        }
        return ranks;
    }

    /** Bytes that print stand for themselves, the others for the letters from U+0100 on, so that no token is blank. */
    private static String[] letters() {
        var letters = new String[256];
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean prints = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            letters[b] = Character.toString(prints ? b : next++);
        }
        return letters;
    }

    @Override
    public PhraseTokens encode(String phrase, int context) {
        var ids = new ArrayList<Integer>();
        for (var word : PhraseText.words(phrase)) {
            if (word.equals(BOS) || word.equals(EOS)) {
                ids.add(word.equals(BOS) ? bos : eos);
            } else {
                pieces(word).forEach(piece -> ids.add(id(piece)));
            }
        }
        return PhraseTokens.of(bos, ids, eos, context);
    }

    private int id(String piece) {
        var id = vocabulary.get(piece);
        if (id == null) {
            throw new BrokenModel("vocab.json and merges.txt do not belong together: “" + piece + "” has no number.");
        }
        return id;
    }

    private List<String> pieces(String word) {
        var pieces = new ArrayList<String>();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            pieces.add(LETTERS[b & 0xff]);
        }
        pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + WORD_END);
        int best = firstMerge(pieces);
        while (best >= 0) {
            merge(pieces, new Pair(pieces.get(best), pieces.get(best + 1)));
            best = firstMerge(pieces);
        }
        return pieces;
    }

    private int firstMerge(List<String> pieces) {
        int best = -1;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < pieces.size(); i++) {
            int rank = ranks.getOrDefault(new Pair(pieces.get(i), pieces.get(i + 1)), Integer.MAX_VALUE);
            if (rank < lowest) {
                lowest = rank;
                best = i;
            }
        }
        return best;
    }

    private static void merge(List<String> pieces, Pair pair) {
        for (int i = 0; i + 1 < pieces.size(); i++) {
            if (pieces.get(i).equals(pair.left) && pieces.get(i + 1).equals(pair.right)) {
                pieces.set(i, pair.left + pair.right);
                pieces.remove(i + 1);
            }
        }
    }

    @Override
    public int eos() {
        return eos;
    }

    @Override
    public int fill() {
        return fill;
    }

    @Override
    public int size() {
        return vocabulary.values().stream().mapToInt(id -> id + 1).max().orElse(0);
    }
}
