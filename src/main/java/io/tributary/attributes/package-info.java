/**
 * Attributes: what is known about a profile, taken from its events, and the context, which is what
 * is known about all of them.
 *
 * <p>The rules are in {@code docs/attributes.md}. A run reads the events of the profiles once for
 * all attributes: {@link io.tributary.attributes.Readings} is a table with a column for each
 * different value that attributes take of an event, so that what follows reads narrow columns and
 * no JSON. Attributes that are new or defined otherwise are calculated for all profiles, the others
 * for those that have other events than before, or are older than {@code attributes.max_age}.
 *
 * <p>{@code base.sql} alone joins events to profiles, and {@code int_attribute_profiles.sql} alone
 * says which profiles are due.
 */
package io.tributary.attributes;
