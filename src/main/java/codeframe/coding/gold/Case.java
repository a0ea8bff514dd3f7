package codeframe.coding.gold;

import codeframe.web.Choice;
import java.util.List;

/**
 * One contested unit as the adjudicator sees it.
 *
 * @param voices the coders in an order of their own for every image
 * @param own whether the adjudicator coded the image too
 */
public record Case(
        Round round,
        Unit unit,
        List<Unit.Said> voices,
        Rounds.Picture picture,
        List<Units.Earlier> earlier,
        boolean own,
        Queue queue,
        RulingForm typed,
        String mistake) {

    /** Where the unit stands among those that wait, and how they can be narrowed down. */
    public record Queue(
            UnitFilter filter,
            int open,
            int settled,
            List<Choice> variables,
            List<Choice> pairs,
            List<Choice> coders) {}

    Case typed(RulingForm form, String wrong) {
        return new Case(round, unit, voices, picture, earlier, own, queue, form, wrong);
    }

    public String file() {
        return "/projects/" + round.project() + "/images/" + unit.image() + "/file";
    }

    public String path() {
        return round.path() + "/adjudication/" + unit.image() + "/"
                + unit.variable().key();
    }

    public String later() {
        return round.path() + "/adjudication?" + queue.filter().query() + "&after=" + unit.name();
    }
}
