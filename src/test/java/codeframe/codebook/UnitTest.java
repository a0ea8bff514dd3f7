package codeframe.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Sentences about images, said of posts and videos. */
class UnitTest {
    @Test
    void a_sentence_about_images_is_said_of_what_is_counted() {
        var sentence = "No image is on both sides: an image and 3 images. Images differ. An image of an account";
        assertThat(Unit.POST.said(sentence))
                .isEqualTo("No post is on both sides: a post and 3 posts. Posts differ. A post of an account");
        assertThat(Unit.VIDEO.said("images of a post together")).isEqualTo("videos of a post together");
        assertThat(Unit.IMAGE.said(sentence)).isEqualTo(sentence);
    }

    @Test
    void names_stay() {
        var variable =
                Variable.choice("medium", "Image or text", List.of(Category.of("i", "Image"), Category.of("t", "")));
        var ofPosts = new Variable(
                variable.key(),
                variable.label(),
                "",
                variable.type(),
                variable.level(),
                true,
                true,
                "",
                ShowIf.ALWAYS,
                variable.categories(),
                Unit.POST);
        assertThat(ofPosts.said(
                        "Images of \"Image 1\" are grouped as Gold coded Image or text; Image is one with images."))
                .isEqualTo("Posts of \"Image 1\" are grouped as Gold coded Image or text; Image is one with posts.");
        var names = List.of("Type (of image)", "Image", "Ana Image Lab");
        assertThat(ofPosts.said("Take gemini-2.5-flash-image: images of Ana Image Lab by Type (of image).", names))
                .isEqualTo("Take gemini-2.5-flash-image: posts of Ana Image Lab by Type (of image).");
    }
}
