package io.tributary.config;

/** Which costs the channel report takes: all in the window's reach, or those of journeys. */
public enum CostScope {
  ALL,
  JOURNEYS
}
