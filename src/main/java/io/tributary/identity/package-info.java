/**
 * Identity stitching: from events that carry identifiers to profiles.
 *
 * <p>The rules are in {@code docs/identity.md}. This package is their core, over numbers: SQL gives
 * the identifiers of one stitching the numbers 1 to n, unloads rows of numbers, and copies the
 * labels back. A stitching has two steps.
 *
 * <ol>
 *   <li>{@link io.tributary.identity.Linking}: the components, and the profiles of those that break
 *       no guard rail, from rows in any order.
 *   <li>{@link io.tributary.identity.Replay}: the ordered pass over the components that break one,
 *       and what changed in the profiles since the last stitching.
 * </ol>
 *
 * <p>A run stitches only what new events touch, in SQL that {@link
 * io.tributary.identity.EncodeStage}, {@link io.tributary.identity.ReplayStage} and {@link
 * io.tributary.identity.StitchStage} submit. For that the warehouse keeps, as of the last
 * stitching:
 *
 * <ul>
 *   <li>of every identifier its type and value, the time of the earliest event that carries it, the
 *       component it is in, and the identifier that names its profile;
 *   <li>of every event its time, its id and its identifiers;
 *   <li>of every refusal its event, identifier and guard rail.
 * </ul>
 *
 * <p>Touched are the components of the identifiers of new events, and of those that a correction
 * calls the same person as an identifier that is new. They are complete: events and corrections of
 * before lie within one component each. Linking needs of them all identifiers, with their
 * components, and of events only the new ones. Replay needs of a component that breaks a guard rail
 * all events; of one in which a profile changed the new ones; and of a profile that changed every
 * component that it reached into. A component of which an event is gone or is another is torn: it
 * is stitched from all of its events, as if it had no component before. Where the rules changed,
 * all components are.
 *
 * <p>So an increment gives the same profiles and the same refusals as a rebuild: a component that
 * breaks nothing is one profile whatever the order, and one that breaks something is always taken
 * from its first event.
 */
package io.tributary.identity;
