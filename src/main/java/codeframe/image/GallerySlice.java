package codeframe.image;

import codeframe.web.NumberText;
import java.util.List;

/** A part of the gallery's wall of pictures, and where it goes on. */
public record GallerySlice(long project, Wall wall, List<Gallery.Thumb> thumbs, CodesShown codes, int size) {

    public ImageFilter filter() {
        return wall.filter();
    }

    public String base() {
        return "/projects/" + project + "/images";
    }

    /** The page of a picture, which knows where it was come from. */
    public String page(Gallery.Thumb thumb) {
        return base() + "/" + thumb.id() + wall.ending();
    }

    /** The frames of a video alone. */
    public String unfold(Gallery.Thumb video) {
        return base() + "?frames=" + video.id();
    }

    public boolean goesOn() {
        return thumbs.size() == size;
    }

    public String next() {
        long last = thumbs.get(thumbs.size() - 1).id();
        return base() + wall.with("after=" + last);
    }

    public String beginning() {
        return base() + wall.ending();
    }

    /** What the filter asks for, as one address. */
    public String filters() {
        return base() + "/filters" + wall.ending();
    }

    /** What is on the wall, in words. */
    public String counted(Gallery.Counted count) {
        var images = count.all() > Gallery.COUNTED
                ? "More than "
                        + NumberText.count(
                                Gallery.COUNTED, "image", count.videos() > 0 ? "images and videos" : "images")
                : count.words();
        return filter().isAll() ? images : images + " with this filter";
    }
}
