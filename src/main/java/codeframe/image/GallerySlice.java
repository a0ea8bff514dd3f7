package codeframe.image;

import codeframe.web.NumberText;
import java.util.List;

/** A part of the gallery's wall of pictures, and where it goes on. */
public record GallerySlice(long project, ImageFilter filter, List<Gallery.Thumb> thumbs, int size) {

    public String base() {
        return "/projects/" + project + "/images";
    }

    public boolean goesOn() {
        return thumbs.size() == size;
    }

    public String next() {
        String query = filter.toQuery();
        long last = thumbs.get(thumbs.size() - 1).id();
        return base() + "?" + query + (query.isEmpty() ? "" : "&") + "after=" + last;
    }

    /** What the filter asks for, as one address. */
    public String filters() {
        String query = filter.toQuery();
        return base() + "/filters" + (query.isEmpty() ? "" : "?" + query);
    }

    /** What is on the wall, in words. */
    public String counted(long count) {
        String images = count > Gallery.COUNTED
                ? "More than " + NumberText.count(Gallery.COUNTED, "image", "images")
                : NumberText.count(count, "image", "images");
        return filter.isAll() ? images : images + " with this filter";
    }
}
