-- A run's own working tables go with it.
drop schema if exists {work} cascade
