package io.tributary.identity;

import java.util.List;
import java.util.SortedMap;

/**
 * What comes out of stitching, as text.
 *
 * @param profiles identifier to the identifier that gives its profile the id
 * @param quarantine rows of event, identifier, reason, type and limit, sorted
 */
record Stitched(SortedMap<String, String> profiles, List<String> quarantine) {}
