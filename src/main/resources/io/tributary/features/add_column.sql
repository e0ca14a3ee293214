-- A feature that no run had before; what is there is null in it.
alter table {store}.feature_rows add column {column} {type}
