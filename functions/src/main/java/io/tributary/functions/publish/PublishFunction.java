package io.tributary.functions.publish;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Makes the run live. */
@Named(PublishFunction.NAME)
@Singleton
public class PublishFunction extends StepFunction {
  static final String NAME = "publish";

  public PublishFunction(Services services) {
    super(NAME, services);
  }
}
