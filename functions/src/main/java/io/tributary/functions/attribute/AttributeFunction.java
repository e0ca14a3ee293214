package io.tributary.functions.attribute;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Attributes a request of the queue by the attribution service; answers a partial batch. */
@Named(AttributeFunction.NAME)
@Singleton
public class AttributeFunction extends StepFunction {
  static final String NAME = "attribute";

  public AttributeFunction(Services services) {
    super(NAME, services);
  }
}
