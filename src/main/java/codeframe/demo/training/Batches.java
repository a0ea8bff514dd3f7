package codeframe.demo.training;

import codeframe.demo.Chance;
import codeframe.demo.Drawing;
import codeframe.demo.Kind;
import codeframe.demo.training.Captions.Caption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Draws pictures and says something true of each. Drawing costs more than framing, so most pictures come back, framed
 * and described anew, until others have taken their place. The seed decides everything.
 */
final class Batches {
    private static final int KEPT_OF_A_KIND = 300;
    private static final int LONGEST = 18;
    private final Captions captions;
    private final WordPieces pieces;
    private final Chance chance;
    private final int size;
    private final Map<Kind, List<Drawing>> kept = new EnumMap<>(Kind.class);
    private long drawn;

    Batches(Captions captions, WordPieces pieces, long seed, int size) {
        this.captions = captions;
        this.pieces = pieces;
        this.size = size;
        chance = new Chance(seed);
        drawn = seed * 1_000_000_000;
        for (var kind : Kind.values()) {
            kept.put(kind, new ArrayList<>());
        }
    }

    Batch next() {
        var framing = new Framing(chance);
        var truths = new ArrayList<Truth>();
        var said = new ArrayList<Caption>();
        var patches = new float[size * TinyClip.PATCHES * TinyClip.PATCH_VALUES];
        for (int i = 0; i < size; i++) {
            var drawing = drawing(Kind.values()[i % Kind.values().length]);
            truths.add(Truth.of(drawing));
            said.add(shortCaption(drawing));
            TinyClip.patches(framing.pixels(drawing), patches, i);
        }
        return assemble(patches, truths, said);
    }

    private Drawing drawing(Kind kind) {
        var gallery = kept.get(kind);
        if (gallery.size() == KEPT_OF_A_KIND && chance.odds(.85)) {
            return chance.of(gallery);
        }
        // Even seeds are for training, odd ones for examination and for the demo project.
        var drawing = Framing.fresh(kind, 2 * drawn++, chance);
        if (gallery.size() < KEPT_OF_A_KIND) {
            gallery.add(drawing);
        } else {
            gallery.set(chance.count(0, KEPT_OF_A_KIND - 1), drawing);
        }
        return drawing;
    }

    /** Long captions cost all others of the batch their length in padding. */
    private Caption shortCaption(Drawing drawing) {
        var caption = captions.caption(drawing, chance);
        while (pieces.ids(caption.text(), TinyClip.CONTEXT).length > LONGEST) {
            caption = captions.caption(drawing, chance);
        }
        return caption;
    }

    private Batch assemble(float[] patches, List<Truth> truths, List<Caption> said) {
        var tokens = said.stream()
                .map(caption -> pieces.ids(caption.text(), TinyClip.CONTEXT))
                .toList();
        int length = tokens.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        var ids = new long[size * length];
        var ends = new float[size * length];
        Arrays.fill(ids, pieces.vocabulary().size() - 1);
        for (int i = 0; i < size; i++) {
            System.arraycopy(tokens.get(i), 0, ids, i * length, tokens.get(i).length);
            ends[i * length + tokens.get(i).length - 1] = 1;
        }
        var holds = new float[size * size];
        for (int picture = 0; picture < size; picture++) {
            for (int caption = 0; caption < size; caption++) {
                boolean holdsHere = truths.get(picture).holds(said.get(caption).said());
                holds[picture * size + caption] = holdsHere ? 1 : 0;
            }
        }
        return new Batch(size, length, patches, ids, ends, holds);
    }
}
