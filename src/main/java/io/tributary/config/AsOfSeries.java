package io.tributary.config;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many as-of times: a first one, and one every so much time.
 *
 * @param days whole days between two, by the calendar of the project's time zone; 0 for hours
 * @param hours hours between two; 0 for days
 * @param from the first one as it is written
 */
public record AsOfSeries(int days, int hours, String from) {
  /** The most as-of times of one run. */
  public static final int MOST = 1_000;

  /** What is said where there are more. */
  public static final String TOO_LONG =
      "`features.as_of` gives more than %,d as-of times; begin later or take longer steps."
          .formatted(MOST);

  public AsOfSeries {
    if ((days > 0) == (hours > 0)) {
      throw new IllegalArgumentException("There are days or hours between two as-of times");
    }
  }

  /** The series of {@code {every, from}}. */
  static AsOfSeries of(String every, String from) {
    int amount = Integer.parseInt(every.substring(0, every.length() - 1));
    return every.endsWith("d") ? new AsOfSeries(amount, 0, from) : new AsOfSeries(0, amount, from);
  }

  /** Whether a project has more as-of times than a run takes, up to this one. */
  public static boolean isTooLong(Project project, Instant last) {
    return project
        .features()
        .flatMap(Features::asOf)
        .filter(series -> series.upTo(last, project.timezone()).size() > MOST)
        .isPresent();
  }

  /**
   * The moments up to the last one, which is always among them.
   *
   * @param zone in which days have their lengths
   * @return at most one more than {@link #MOST}
   */
  public List<Instant> upTo(Instant last, ZoneId zone) {
    Instant first = new Window(Optional.of(from), "now").beginning(zone, last).orElse(last);
    List<Instant> moments = new ArrayList<>();
    for (int step = 0; moments.size() <= MOST; step++) {
      Instant moment = moment(first, step, zone);
      if (!moment.isBefore(last)) {
        break;
      }
      moments.add(moment);
    }
    moments.add(last);
    return moments;
  }

  private Instant moment(Instant first, int step, ZoneId zone) {
    return days > 0
        ? ZonedDateTime.ofInstant(first, zone).plus((long) step * days, ChronoUnit.DAYS).toInstant()
        : first.plus(Duration.ofHours((long) step * hours));
  }
}
