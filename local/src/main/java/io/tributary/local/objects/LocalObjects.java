package io.tributary.local.objects;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The object store of the local cloud: the part of S3's HTTP protocol that the pipeline uses, on
 * the loopback, path-style. An object is the plain file {@code root/bucket/key}, so what the
 * warehouse writes there is an object at once.
 */
public final class LocalObjects implements AutoCloseable {
  private static final int THREADS = 32;

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads;

  private LocalObjects(Path root, HttpServer server, ExecutorService threads) {
    this.root = root;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Serves the objects of this folder, which is made where it is missing.
   *
   * @throws UncheckedIOException if the folder cannot be written or no port is free
   */
  public static LocalObjects start(Path root) {
    try {
      Path folder = root.toAbsolutePath().normalize();
      ObjectFolder objects = ObjectFolder.open(folder);
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      AtomicInteger count = new AtomicInteger();
      ExecutorService threads =
          Executors.newFixedThreadPool(
              THREADS, task -> daemon(task, "objects-" + count.incrementAndGet()));
      server.createContext("/", new ObjectProtocol(objects));
      server.setExecutor(threads);
      server.start();
      return new LocalObjects(folder, server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The object store cannot use the folder " + root + ": " + e.getMessage(), e);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The absolute folder whose sub-folders are the buckets. */
  public Path root() {
    return root;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
