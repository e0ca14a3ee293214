-- A run's own working tables.
create schema {work}
