package io.tributary.local.cli;

import io.tributary.error.PipelineException;
import io.tributary.run.FailureMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What a failure means to the person at the keyboard: what is wrong, where, and the mend. */
final class FailureSentence {
  private static final String READ_ONLY = "Read-only file system";
  private static final String FULL = "No space left on device";

  private FailureSentence() {}

  static String of(Throwable failure) {
    if (failure instanceof PipelineException || failure instanceof FailedRun) {
      return FailureMessage.of("", failure.getMessage()).message();
    }
    if (failure instanceof UncheckedIOException wrapped) {
      return of(wrapped.getCause());
    }
    if (failure instanceof FileSystemException file) {
      return ofFile(file);
    }
    if (failure instanceof IOException && String.valueOf(failure.getMessage()).equals(FULL)) {
      return "The disk is full; make room and run it again.";
    }
    if (failure instanceof OutOfMemoryError) {
      return "The memory does not suffice; give more with TRIBUTARY_JAVA_OPTS=-Xmx4g and run it again.";
    }
    return "Tributary failed in a way that it does not know ("
        + described(failure)
        + "); run it again with --debug and report what that prints.";
  }

  private static String ofFile(FileSystemException failure) {
    String file = failure.getFile();
    if (failure instanceof NoSuchFileException) {
      return "There is no file " + file + "; check the path.";
    }
    Optional<Path> folder = folderOfWhatIsNotThere(file);
    if (folder.isPresent() && mayNotBeWritten(failure)) {
      return "The folder "
          + folder.get()
          + " cannot be written; change its permissions or its owner, or take another folder.";
    }
    if (failure instanceof AccessDeniedException) {
      return file + " cannot be opened; change its permissions or its owner.";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + " is in the way; move it away and run it again.";
    }
    String reason = Optional.ofNullable(failure.getReason()).orElse("the system gave no reason");
    return file + " could not be used (" + reason + "); mend that and run it again.";
  }

  private static boolean mayNotBeWritten(FileSystemException failure) {
    return failure instanceof AccessDeniedException || READ_ONLY.equals(failure.getReason());
  }

  /** What is not there was to be made. */
  private static Optional<Path> folderOfWhatIsNotThere(String file) {
    return Optional.ofNullable(file).map(Path::of).filter(Files::notExists).map(Path::getParent);
  }

  private static String described(Throwable failure) {
    String kind = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
  }
}
