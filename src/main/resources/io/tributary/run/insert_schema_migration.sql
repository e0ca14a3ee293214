-- The migration that the same transaction applies; one that is harmless when
-- applied twice, by two at the same time, still has one row.
insert into {store}.schema_migrations (version, name, checksum, applied_at)
select
    :version::bigint,
    :name,
    :checksum,
    getdate()
where not exists (
    select 1
    from {store}.schema_migrations
    where version = :version::bigint
)
