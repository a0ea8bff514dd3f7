package codeframe.feature.vision;

import codeframe.feature.work.FeatureRuns;

/** What some images are asked about with. */
record VisionRound(
        long source, FeatureRuns.Going going, VisionService service, VisionSettings settings, VisionPrice price) {}
