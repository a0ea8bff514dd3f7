package codeframe.demo.training;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Byte pair encoding as CLIP has it (Sennrich et al. 2016, with the end of a word marked), learnt from captions. */
final class WordPieces {
    private static final Pattern WORD = Pattern.compile("'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+");
    private static final String END = "</w>";

    record Merge(String left, String right) implements Comparable<Merge> {
        @Override
        public int compareTo(Merge other) {
            int byLeft = left.compareTo(other.left);
            return byLeft == 0 ? right.compareTo(other.right) : byLeft;
        }
    }

    private final List<Merge> merges;
    private final Map<Merge, Integer> rank = new HashMap<>();
    private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
    private final Map<String, List<Integer>> known = new HashMap<>();

    WordPieces(List<Merge> merges) {
        this.merges = List.copyOf(merges);
        letters().forEach(letter -> vocabulary.put(letter, vocabulary.size()));
        letters().forEach(letter -> vocabulary.put(letter + END, vocabulary.size()));
        for (var merge : merges) {
            rank.put(merge, rank.size());
            vocabulary.putIfAbsent(merge.left() + merge.right(), vocabulary.size());
        }
        vocabulary.put("<|startoftext|>", vocabulary.size());
        vocabulary.put("<|endoftext|>", vocabulary.size());
    }

    /** The 256 bytes as letters that can be seen, in CLIP's order. */
    private static List<String> letters() {
        var seen = new ArrayList<String>();
        var hidden = new ArrayList<String>();
        for (int b = 0; b < 256; b++) {
            if (visible(b)) {
                seen.add(String.valueOf((char) b));
            } else {
                hidden.add(String.valueOf((char) (256 + hidden.size())));
            }
        }
        seen.addAll(hidden);
        return seen;
    }

    private static boolean visible(int b) {
        return (b >= 33 && b <= 126) || (b >= 161 && b <= 172) || b >= 174;
    }

    static WordPieces learn(List<String> texts, int merges) {
        var counts = new TreeMap<String, Integer>();
        for (var text : texts) {
            WORD.matcher(text.toLowerCase(Locale.ROOT))
                    .results()
                    .forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        }
        var words = new LinkedHashMap<List<String>, Integer>();
        counts.forEach((word, count) -> words.put(pieces(word), count));
        var learnt = new ArrayList<Merge>();
        while (learnt.size() < merges && mergeMostFrequent(words, learnt)) {}
        return new WordPieces(learnt);
    }

    private static boolean mergeMostFrequent(Map<List<String>, Integer> words, List<Merge> learnt) {
        var pairs = new TreeMap<Merge, Integer>();
        words.forEach((pieces, count) -> {
            for (int i = 0; i + 1 < pieces.size(); i++) {
                pairs.merge(new Merge(pieces.get(i), pieces.get(i + 1)), count, Integer::sum);
            }
        });
        var best = pairs.entrySet().stream().max(Map.Entry.<Merge, Integer>comparingByValue());
        best.ifPresent(most -> {
            learnt.add(most.getKey());
            var merged = new LinkedHashMap<List<String>, Integer>();
            words.forEach((pieces, count) -> merged.put(merge(pieces, most.getKey()), count));
            words.clear();
            words.putAll(merged);
        });
        return best.isPresent();
    }

    private static List<String> merge(List<String> pieces, Merge merge) {
        var merged = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean both = i + 1 < pieces.size()
                    && pieces.get(i).equals(merge.left())
                    && pieces.get(i + 1).equals(merge.right());
            merged.add(both ? merge.left() + merge.right() : pieces.get(i));
            i += both ? 1 : 0;
        }
        return merged;
    }

    /** Captions are plain English, so that every byte is its own letter. */
    private static List<String> pieces(String word) {
        var bytes = word.getBytes(StandardCharsets.US_ASCII);
        var pieces = new ArrayList<String>();
        for (byte b : bytes) {
            pieces.add(String.valueOf((char) b));
        }
        pieces.set(bytes.length - 1, pieces.get(bytes.length - 1) + END);
        return pieces;
    }

    /** The ids of a text between its start and end marks. */
    List<Integer> ids(String text) {
        var ids = new ArrayList<Integer>();
        ids.add(size() - 2);
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(word -> ids.addAll(word(word.group())));
        ids.add(size() - 1);
        return ids;
    }

    private List<Integer> word(String word) {
        return known.computeIfAbsent(word, unseen -> {
            var pieces = pieces(unseen);
            while (true) {
                Merge best = null;
                for (int i = 0; i + 1 < pieces.size(); i++) {
                    var pair = new Merge(pieces.get(i), pieces.get(i + 1));
                    if (rank.containsKey(pair) && (best == null || rank.get(pair) < rank.get(best))) {
                        best = pair;
                    }
                }
                if (best == null) {
                    return pieces.stream().map(vocabulary::get).toList();
                }
                pieces = merge(pieces, best);
            }
        });
    }

    int size() {
        return vocabulary.size();
    }

    List<Merge> merges() {
        return merges;
    }

    Map<String, Integer> vocabulary() {
        return vocabulary;
    }
}
