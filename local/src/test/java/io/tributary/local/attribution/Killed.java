package io.tributary.local.attribution;

/** The moment at which a worker is killed: nothing catches it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;
}
