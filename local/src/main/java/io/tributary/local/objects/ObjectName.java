package io.tributary.local.objects;

/** The bucket and key of one object. */
record ObjectName(String bucket, String key) {
  /** Its address, {@code s3://bucket/key}. */
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + key;
  }
}
