package codeframe.coding.sample;

import codeframe.codebook.Unit;
import codeframe.image.ImageFilter;
import java.util.List;
import java.util.Optional;

/**
 * A sample that can be drawn: everything in it has been checked.
 *
 * @param images the gallery's filter the frame consists of
 * @param withoutShown whether images are left out that an earlier sample has shown its coders
 * @param size images to draw; a hand-picked sample takes all
 */
public record SamplePlan(
        long project,
        String name,
        Purpose purpose,
        Design design,
        ImageFilter images,
        boolean withoutShown,
        Stratifying strata,
        int size,
        long seed,
        Work work) {
    /**
     * The coding of it.
     *
     * @param version id of the published codebook version
     * @param unit of all the variables, and so what is drawn
     * @param people users who code
     * @param codersEach how many code an image where they overlap; the other images have one coder
     * @param overlap share of the images that several people code
     * @param again how much comes to its coders a second time
     */
    public record Work(
            long version,
            List<String> variables,
            Unit unit,
            List<Long> people,
            int codersEach,
            double overlap,
            boolean hidePost,
            GoldRule goldRule,
            Optional<SecondCodingPlan> again) {
        int overlapping(int size) {
            return codersEach < 2 ? 0 : (int) Math.round(overlap * size);
        }
    }
}
