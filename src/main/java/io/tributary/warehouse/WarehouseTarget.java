package io.tributary.warehouse;

import java.util.Optional;

/**
 * Where statements run.
 *
 * @param workgroup a serverless workgroup; then there is no cluster
 * @param cluster a provisioned cluster; then there is no workgroup
 * @param copyRole the role that COPY and UNLOAD assume; empty for the warehouse's default
 */
public record WarehouseTarget(
    String database,
    Optional<String> workgroup,
    Optional<String> cluster,
    Optional<String> copyRole) {
  public WarehouseTarget {
    if (workgroup.isPresent() == cluster.isPresent()) {
      throw new IllegalArgumentException("Name either a workgroup or a cluster");
    }
  }

  /** The IAM_ROLE clause of COPY and UNLOAD. */
  public String roleClause() {
    return "iam_role " + copyRole.map(Identifiers::role).orElse("default");
  }
}
