package io.tributary.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A project file, read and checked: the whole configuration of one pipeline. */
public record Project(
    String name,
    ZoneId timezone,
    String rawSchema,
    String schema,
    Window window,
    List<Source> sources,
    Optional<Identity> identity,
    Context context,
    Attributes attributes,
    Optional<Features> features,
    Sessions sessions,
    Optional<Attribution> attribution,
    int keepRuns,
    boolean publish) {
  public Project {
    Objects.requireNonNull(name);
    Objects.requireNonNull(timezone);
    Objects.requireNonNull(rawSchema);
    Objects.requireNonNull(schema);
    Objects.requireNonNull(window);
    Objects.requireNonNull(identity);
    Objects.requireNonNull(context);
    Objects.requireNonNull(attributes);
    Objects.requireNonNull(features);
    Objects.requireNonNull(attribution);
    sessions = sessions == null ? Sessions.BY_DEFAULT : sessions;
    sources = List.copyOf(sources);
    if (keepRuns < 1) {
      throw new IllegalArgumentException("At least the run that is live is kept");
    }
  }

  /** The same with other features. */
  public Project withFeatures(Features others) {
    return new Project(
        name,
        timezone,
        rawSchema,
        schema,
        window,
        sources,
        identity,
        context,
        attributes,
        Optional.of(others),
        sessions,
        attribution,
        keepRuns,
        publish);
  }

  /** Whether web sessions are cut: of tracks, pages or both. */
  public boolean hasWebEvents() {
    return sources.stream().anyMatch(source -> source.kind().isWeb());
  }

  /**
   * Whether events of this kind are read without identity: those of web sessions and of what is
   * bought in them, those of features, and orders that are credited.
   */
  public boolean readsUnidentified(SourceKind kind) {
    return kind.isCommerce() && (hasWebEvents() || features.isPresent())
        || kind == SourceKind.ORDER_COMPLETED && attribution.isPresent();
  }

  /** Whether it has features, and events that they can be taken from. */
  public boolean calculatesFeatures() {
    return features.isPresent()
        && sources.stream()
            .map(Source::kind)
            .anyMatch(kind -> identity.isPresent() ? kind.happens() : readsUnidentified(kind));
  }

  /** The project's source of this kind, where there is one. */
  public Optional<Source> source(SourceKind kind) {
    return sources.stream().filter(source -> source.kind() == kind).findFirst();
  }
}
