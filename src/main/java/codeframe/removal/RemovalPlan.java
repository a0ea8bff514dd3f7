package codeframe.removal;

import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What would go and what stays.
 *
 * @param images that go
 * @param sealed how many stay because of a sealed test sample, by sample
 * @param broughtAgain images of the import that another import brought too
 * @param leads posts that stay with other pictures, and lose with their first what was coded of them
 * @param described images that stay and lose what the import's tables say of them
 */
public record RemovalPlan(
        RemovalRequest request,
        List<Long> images,
        Hanging hanging,
        List<Hanging.OfSample> sealed,
        long broughtAgain,
        long leads,
        long described) {

    /** @param asked the images that were chosen */
    static RemovalPlan of(HangingRows rows, long project, RemovalRequest request, List<Long> asked) {
        var stay = rows.sealed(project, asked);
        var sealed = new HashSet<>(stay);
        var images = asked.stream().filter(image -> !sealed.contains(image)).toList();
        return new RemovalPlan(
                request,
                images,
                Hanging.of(rows, project, images),
                stay.isEmpty() ? List.of() : rows.sealedSamples(project, stay),
                request.undoes() ? rows.broughtAgain(project, request.importId()) : 0,
                rows.leads(project, images),
                request.undoes() ? rows.described(project, request.importId()) : 0);
    }

    public String title() {
        if (request.undoes()) {
            return "Undo import " + request.importId();
        }
        return request.ofOne() ? "Remove this image" : "Remove images";
    }

    public boolean nothing() {
        return images.isEmpty() && described == 0;
    }

    /** What goes with the images, and from those that stay. */
    public List<String> goes() {
        var said = new ArrayList<>(hanging.sentences());
        if (leads > 0) {
            said.add("all that was coded of " + NumberText.count(leads, "post", "posts")
                    + " as a whole, because it stands under a picture that goes; the other pictures of "
                    + (leads == 1 ? "the post" : "these posts") + " stay");
        }
        if (described > 0) {
            said.add(NumberText.count(described, "image that stays loses", "images that stay lose")
                    + " what the tables of this import say; what was known before, or another table says, is left");
        }
        return said;
    }

    /** What is not removed, and why. */
    public List<String> stays() {
        var said = new ArrayList<String>();
        for (var sample : sealed) {
            said.add(NumberText.count(
                            sample.images(), "image stays, because it belongs", "images stay, because they belong")
                    + " to the sealed test sample \"" + sample.name()
                    + "\": what a test rests on does not change before it is opened.");
        }
        if (broughtAgain > 0) {
            said.add(NumberText.count(
                            broughtAgain,
                            "image stays, because another import brought it",
                            "images stay, because another import brought them")
                    + " too.");
        }
        return said;
    }
}
