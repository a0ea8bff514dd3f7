package codeframe.llm.speech;

import codeframe.feature.work.FeatureRuns;
import codeframe.llm.server.LlmServer;

/** One video of a source, whose turn it is. */
record SpeechTurn(long source, FeatureRuns.Going going, SpeechSettings settings, LlmServer server, long image) {}
