package codeframe.coding.sample;

import codeframe.db.Json;
import codeframe.image.PostLeads;
import codeframe.web.Problem;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Draws a sample and writes it with its images, its coders and their orders, all or nothing. */
public final class SampleDrawing {
    private final Jdbi jdbi;

    public SampleDrawing(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the sample's id */
    public long draw(SamplePlan plan, Long user) {
        return jdbi.inTransaction(handle -> {
            // One draw at a time: two at once could put one post into a dev and a test sample.
            handle.execute("select 1 from project where id = ? for no key update", plan.project());
            handle.attach(PostLeads.class).settle(plan.project());
            var frame = Frames.of(handle, Frames.Asked.of(plan, user));
            checkSize(plan, frame);
            var strata = strata(plan, frame);
            var drawn = RandomDraw.draw(frame, strata, plan.work().overlapping(drawnOf(strata)), plan.seed());
            long sample = insert(handle, plan, frame, strata, user);
            insertImages(handle, sample, drawn, plan.work().codersEach());
            var images = drawn.stream().map(RandomDraw.Drawn::image).toList();
            plan.work()
                    .again()
                    .ifPresent(again -> handle.attach(SecondCodingPlans.class).add(sample, again));
            SampleCoders.add(handle, sample, plan.project(), plan.work().people(), images, plan.seed());
            return sample;
        });
    }

    /** Images may have been deleted, or drawn into the opposite sample, since the plan was looked at. */
    private static void checkSize(SamplePlan plan, Frame frame) {
        if (frame.size() == 0
                || Allocation.least(frame.sizes(), plan.strata().floor()) > plan.size()
                || plan.size() > frame.size()) {
            throw new Problem.Conflict("The " + frame.unit().many() + " to draw from changed meanwhile: there are "
                    + frame.size() + " now. Nothing was drawn; look at the sample again.");
        }
    }

    /** @return what each stratum gives; a hand-picked sample takes everything */
    static List<Stratum> strata(SamplePlan plan, Frame frame) {
        int size = plan.design() == Design.HANDPICKED ? frame.size() : plan.size();
        return Allocation.of(frame.sizes(), size, plan.strata().floor());
    }

    private static int drawnOf(List<Stratum> strata) {
        return strata.stream().mapToInt(Stratum::drawn).sum();
    }

    private static long insert(Handle handle, SamplePlan plan, Frame frame, List<Stratum> strata, Long user) {
        return handle.createQuery("""
                        insert into sample (project_id, name, purpose, design, codebook_version_id, variables, unit, frame,
                                            frame_size, strata, size, seed, overlap, coders_each, hide_post, gold_rule,
                                            created_by)
                        values (:project, :name, :purpose, :design, :version, :variables, :unit, :frame, :frameSize, :strata,
                                :drawn, :seed, :overlap, :codersEach, :hidePost, :goldRule, :user)
                        returning id
                        """)
                .bindMethods(plan)
                .bindMethods(plan.work())
                .bind("purpose", plan.purpose().word())
                .bind("design", plan.design().word())
                .bind("unit", plan.work().unit().word())
                .bind("goldRule", plan.work().goldRule().word())
                .bindArray("variables", String.class, plan.work().variables())
                .bind("frame", frameOf(plan, frame))
                .bind("frameSize", frame.size())
                .bind("strata", Json.of(new Strata(plan.strata(), strata)))
                .bind("drawn", drawnOf(strata))
                .bind("user", user)
                .mapTo(Long.class)
                .one();
    }

    private static Json frameOf(SamplePlan plan, Frame frame) {
        return Json.of(Map.of(
                "query", plan.images().toQuery(),
                "opposite", frame.opposite(),
                "hidden", frame.hidden(),
                "shown", frame.shown(),
                "known", frame.known(),
                "always", frame.always(),
                "leadless", frame.leadless()));
    }

    private static void insertImages(Handle handle, long sample, List<RandomDraw.Drawn> drawn, int codersEach) {
        handle.createUpdate("""
                        insert into sample_image (sample_id, image_id, stratum, probability, overlap, wanted)
                        select :sample, d.image, d.stratum, d.probability, d.overlap,
                               case when d.overlap then :codersEach else 1 end
                        from unnest(:images, :strata, :probabilities, :overlaps)
                             as d(image, stratum, probability, overlap)
                        """)
                .bind("sample", sample)
                .bind("codersEach", codersEach)
                .bind("images", drawn.stream().map(RandomDraw.Drawn::image).toArray(Long[]::new))
                .bind("strata", drawn.stream().map(RandomDraw.Drawn::stratum).toArray(String[]::new))
                .bind(
                        "probabilities",
                        drawn.stream().map(RandomDraw.Drawn::probability).toArray(Double[]::new))
                .bind("overlaps", drawn.stream().map(RandomDraw.Drawn::overlap).toArray(Boolean[]::new))
                .execute();
    }
}
