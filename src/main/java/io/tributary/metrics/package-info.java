/** Daily metrics of web sessions: users, sessions, bounces and lengths, by day, week and month. */
package io.tributary.metrics;
