package io.tributary.run;

import io.tributary.config.Project;
import io.tributary.objects.ObjectStore;
import io.tributary.step.Invocation;
import io.tributary.step.Step;

/**
 * Makes the project's schemas, tables and views, as every run does before it begins. Called by
 * itself after a deployment, it shows at once whether the grants suffice.
 */
public final class BootstrapStep implements Step<BootstrapStep.Input, Bootstrap.Outcome> {
  private final ObjectStore objects;
  private final Bootstrap bootstrap;

  public BootstrapStep(ObjectStore objects, Bootstrap bootstrap) {
    this.objects = objects;
    this.bootstrap = bootstrap;
  }

  /** Nothing: the project file says which schema. */
  public record Input() {}

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Bootstrap.Outcome run(Input input, Invocation invocation) {
    Project project = ProjectObject.read(objects).project().orElseThrow();
    return bootstrap.ensure(project.schema());
  }
}
