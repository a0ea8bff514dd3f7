package codeframe.api;

import codeframe.image.Dossier;
import codeframe.image.ImageCodes;
import codeframe.image.PostPage;
import codeframe.image.Posts;
import java.time.Instant;
import java.util.List;

/**
 * A post as scripts read it.
 *
 * @param lead the image that codes of the post stand under, null where it has none
 * @param removed how many of its pictures were taken out of the project
 * @param pictures in the order of the post
 * @param withheld why some of its codes are not told: sealed, blind or again
 */
record PostAnswer(
        long id,
        String name,
        String account,
        Instant postedAt,
        String text,
        String url,
        Long lead,
        long removed,
        List<Picture> pictures,
        List<String> withheld,
        List<Coding> codings,
        List<Posts.Lifted> lifts) {
    /** @param earlier the post that showed it first, where that is another one */
    record Picture(long image, String path, String medium, Long earlier) {}

    /** What one coder said of the whole post; {@code occasion} is 2 where it came to them again. */
    record Coding(
            String coder,
            String kind,
            Integer codebookVersion,
            Instant at,
            String outcome,
            boolean assisted,
            int occasion,
            String note,
            List<Code> codes) {
        static Coding of(Dossier.Coding coding) {
            var head = coding.head();
            return new Coding(
                    head.coder(),
                    head.kind(),
                    head.version(),
                    head.at(),
                    head.outcome(),
                    head.assisted(),
                    head.occasion(),
                    head.note(),
                    coding.codes().stream()
                            .filter(code -> code.variable() != null)
                            .map(Code::of)
                            .toList());
        }
    }

    record Code(String variable, String value, String state, Double confidence) {
        static Code of(ImageCodes.Code code) {
            return new Code(code.variable(), code.value(), code.state(), code.confidence());
        }
    }

    static PostAnswer of(PostPage page) {
        var post = page.post();
        return new PostAnswer(
                post.id(),
                post.name(),
                post.account(),
                post.postedAt(),
                post.text(),
                post.url(),
                post.lead(),
                post.removed(),
                page.parts().stream()
                        .map(part -> new Picture(part.id(), part.path(), part.medium(), part.earlier()))
                        .toList(),
                page.withheld(),
                page.codings().stream().map(Coding::of).toList(),
                page.lifts());
    }
}
