package codeframe.image;

import codeframe.codebook.Unit;
import codeframe.web.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything about one post, as its page shows it.
 *
 * @param withheld why some of its codes are not shown: "sealed", "blind", "again", or nothing
 * @param codings what is said of the whole post; codes of its lead picture alone stand on that picture's page, also where
 *     one coding has both
 */
public record PostPage(
        Posts.Post post,
        List<Posts.Part> parts,
        List<String> withheld,
        List<Dossier.Coding> codings,
        List<Posts.Lifted> lifts) {
    public static PostPage of(Posts posts, ImageCodes codes, long project, Posts.Post post, long viewer) {
        var parts = posts.parts(project, post.id());
        if (post.lead() == null) {
            return new PostPage(post, parts, List.of(), List.of(), List.of());
        }
        long lead = post.lead();
        var ofPost = codes.codes(project, lead, viewer).stream()
                .filter(code -> code.unit() == Unit.POST)
                .toList();
        return new PostPage(
                post,
                parts,
                codes.withheld(project, lead, viewer),
                Dossier.codings(ofPost),
                posts.lifted(project, lead, viewer));
    }

    public String title() {
        return post.name() == null ? "Post " + post.id() : "Post " + post.name();
    }

    /** "3 pictures", "2 pictures and 1 video". */
    public String counted() {
        long videos = parts.stream().filter(Posts.Part::isVideo).count();
        var films = NumberText.count(videos, "video", "videos");
        if (videos == parts.size() && videos > 0) {
            return films;
        }
        return NumberText.count(parts.size() - videos, "picture", "pictures") + (videos == 0 ? "" : " and " + films);
    }

    /** What is to be known before anything is read of the codes. */
    public List<String> sentences() {
        var sentences = new ArrayList<String>();
        if (post.lead() == null) {
            sentences.add(
                    "All that this post shows was shown by earlier posts. It is coded there, and has no codes of its own.");
        }
        if (post.removed() > 0) {
            sentences.add(NumberText.count(post.removed(), "picture of this post was", "pictures of this post were")
                    + " removed from the project."
                    + (isCodedBefore() ? " What was coded of the post before rests on all that it showed then." : ""));
        }
        return sentences;
    }

    /** Whether what is seen of its codes is older than the last removal. */
    private boolean isCodedBefore() {
        return codings.stream().anyMatch(coding -> coding.head().at().isBefore(post.removedAt()));
    }
}
