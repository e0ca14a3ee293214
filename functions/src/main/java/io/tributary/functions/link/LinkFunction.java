package io.tributary.functions.link;

import io.tributary.functions.Services;
import io.tributary.functions.StepFunction;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Joins the identifiers that share an event, by their numbers. */
@Named(LinkFunction.NAME)
@Singleton
public class LinkFunction extends StepFunction {
  static final String NAME = "link";

  public LinkFunction(Services services) {
    super(NAME, services);
  }
}
