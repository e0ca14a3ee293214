package io.tributary.local.objects;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** A lock a key, out of a fixed number of them. */
final class KeyLocks {
  private static final int STRIPES = 256;

  private final ReadWriteLock[] stripes =
      Stream.generate(ReentrantReadWriteLock::new).limit(STRIPES).toArray(ReadWriteLock[]::new);

  <T> T reading(Path file, Action<T> action) throws IOException {
    return holding(stripe(file).readLock(), action);
  }

  <T> T writing(Path file, Action<T> action) throws IOException {
    return holding(stripe(file).writeLock(), action);
  }

  private ReadWriteLock stripe(Path file) {
    return stripes[Math.floorMod(file.hashCode(), STRIPES)];
  }

  private static <T> T holding(Lock lock, Action<T> action) throws IOException {
    lock.lock();
    try {
      return action.perform();
    } finally {
      lock.unlock();
    }
  }

  /** What is done while a lock is held. */
  interface Action<T> {
    T perform() throws IOException;
  }
}
