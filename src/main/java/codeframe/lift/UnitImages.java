package codeframe.lift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The images of units in their order, and what was said of them. */
final class UnitImages {
    private record Key(long image, String variable) {}

    private final Map<Long, List<LiftRows.Member>> members;
    private final Map<Key, List<LiftRows.Said>> said = new HashMap<>();

    UnitImages(List<LiftRows.Member> members, List<LiftRows.Said> said) {
        this.members = members.stream()
                .collect(Collectors.groupingBy(LiftRows.Member::lead, LinkedHashMap::new, Collectors.toList()));
        said.forEach(row -> this.said
                .computeIfAbsent(new Key(row.image(), row.variable()), first -> new ArrayList<>())
                .add(row));
    }

    List<ImageSaid> of(long lead, String variable) {
        var images = members.getOrDefault(lead, List.of());
        var found = new ArrayList<ImageSaid>();
        for (int at = 0; at < images.size(); at++) {
            var image = images.get(at);
            int shot = image.shot() == null ? 0 : image.shot();
            found.add(ImageSaid.of(
                    time(images, at), shot, said.getOrDefault(new Key(image.image(), variable), List.of())));
        }
        return found;
    }

    /**
     * A frame stands for the time until the next one, the first from the beginning; the last until the end of the video,
     * or as long as the one before it where nobody knows the end. In a post another picture or video may follow.
     */
    private static double time(List<LiftRows.Member> images, int at) {
        var image = images.get(at);
        if (image.tMs() == null) {
            return 1;
        }
        int from = at == 0 ? 0 : image.tMs();
        Integer next = at + 1 < images.size() ? images.get(at + 1).tMs() : null;
        if (next != null && next > from) {
            return next - from;
        } else if (image.endsMs() != null && image.endsMs() > from) {
            return image.endsMs() - from;
        }
        Integer before = at == 0 ? null : images.get(at - 1).tMs();
        return before == null ? 1 : Math.max(1, image.tMs() - before);
    }
}
