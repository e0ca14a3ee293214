-- A schema of the project.
create schema if not exists {schema}
