package codeframe.image;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a coder said, or features say, to stand on the pictures of a page; {@code absent} where there is nothing. */
public record CodesShown(boolean any, Map<Long, List<PictureCodes.Said>> codes, Set<Long> withheld, String absent) {
    static final CodesShown NONE = new CodesShown(false, Map.of(), Set.of(), "");

    public List<PictureCodes.Said> of(Gallery.Thumb thumb) {
        return codes.getOrDefault(thumb.id(), List.of());
    }

    /** What stands there instead of codes. */
    public String instead(Gallery.Thumb thumb) {
        return withheld.contains(thumb.id()) ? "withheld" : absent;
    }
}
