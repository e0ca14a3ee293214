package io.tributary.objects;

/** An object's bytes and the entity tag under which they were stored. */
public record StoredObject(byte[] body, String etag) {}
