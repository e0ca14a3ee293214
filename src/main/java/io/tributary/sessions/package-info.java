/**
 * Web sessions: tracks and pages of one person without a long pause between them, with the page
 * they began on, where it was come to from, on what device, and the channel that this makes.
 */
package io.tributary.sessions;
