package io.tributary.local.objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each request to the operation that it names; what fails is answered as S3 does. */
final class ObjectProtocol implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ObjectProtocol.class);

  private final ObjectFolder folder;
  private final BucketOperations buckets;
  private final ObjectOperations objects;
  private final UploadOperations uploads;

  ObjectProtocol(ObjectFolder folder) {
    this.folder = folder;
    buckets = new BucketOperations(folder);
    objects = new ObjectOperations(folder);
    uploads = new UploadOperations(folder);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        answer(exchange);
      } catch (Refusal e) {
        refuse(exchange, e);
      } catch (IOException e) {
        refuse(exchange, folder.refusal(e));
      } catch (RuntimeException e) {
        LOG.error("The local object store failed", e);
        refuse(exchange, new Refusal(500, "InternalError", "The local object store failed: " + e));
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    ObjectRequest request = ObjectRequest.of(exchange);
    Operation operation = Operation.of(request);
    Answer answer = new Answer(exchange);
    switch (operation) {
      case CREATE_BUCKET -> buckets.create(request, answer);
      case HEAD_BUCKET -> buckets.head(request, answer);
      case LIST_OBJECTS_V2 -> buckets.list(request, answer);
      case DELETE_OBJECTS -> buckets.deleteObjects(request, answer);
      case PUT_OBJECT -> objects.put(request, answer);
      case COPY_OBJECT -> objects.copy(request, answer);
      case GET_OBJECT -> objects.get(request, answer);
      case HEAD_OBJECT -> objects.head(request, answer);
      case DELETE_OBJECT -> objects.delete(request, answer);
      case CREATE_MULTIPART_UPLOAD -> uploads.create(request, answer);
      case UPLOAD_PART -> uploads.part(request, answer);
      case COMPLETE_MULTIPART_UPLOAD -> uploads.complete(request, answer);
      case ABORT_MULTIPART_UPLOAD -> uploads.abort(request, answer);
    }
  }

  /** Reads what is left of the body first: a client that still writes would not see the answer. */
  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    if (exchange.getResponseCode() != -1) {
      return;
    }
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    Xml xml = Xml.root("Error");
    xml.element("Code", refusal.code());
    xml.element("Message", refusal.getMessage());
    xml.element("Resource", exchange.getRequestURI().getRawPath());
    new Answer(exchange).xml(refusal.status(), xml);
  }
}
