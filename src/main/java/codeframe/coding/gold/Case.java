package codeframe.coding.gold;

import codeframe.db.Json;
import codeframe.image.ShownPicture;
import codeframe.web.Choice;
import java.util.List;
import java.util.Optional;

/**
 * One contested unit as the adjudicator sees it.
 *
 * @param voices the coders in an order of their own for every image
 * @param pictures the image, or those of the post in their order
 * @param own whether the adjudicator coded the image too
 */
public record Case(
        Round round,
        GoldUnit unit,
        List<GoldUnit.Said> voices,
        List<ShownPicture> pictures,
        List<GoldUnits.Earlier> earlier,
        boolean own,
        Queue queue,
        RulingForm typed,
        String mistake) {

    /**
     * Where the unit stands among those that wait, and how they can be narrowed down.
     *
     * @param before what was looked at before it
     * @param following the image after it, for the browser to have at hand
     */
    public record Queue(
            UnitFilter filter,
            int open,
            int settled,
            List<Choice> variables,
            List<Choice> pairs,
            List<Choice> coders,
            Optional<GoldUnit> before,
            Optional<Long> following) {}

    Case typed(RulingForm form, String wrong) {
        return new Case(round, unit, voices, pictures, earlier, own, queue, form, wrong);
    }

    public String picturesJson() {
        return Json.of(pictures).text();
    }

    public String file(long image) {
        return "/projects/" + round.project() + "/images/" + image + "/file";
    }

    /** Where a unit is settled, with the way on through the same queue. */
    public String path(GoldUnit one) {
        return round.path() + "/adjudication/" + one.image() + "/"
                + one.variable().key() + "?" + queue.filter().query();
    }

    public String later() {
        return round.path() + "/adjudication?" + queue.filter().query() + "&after=" + unit.name();
    }
}
