-- The columns of an event of a profile, and no row.
select
    ''::varchar as profile_id,
    ''::varchar as id,
    ''::varchar as source,
    ''::varchar as source_id,
    ''::varchar as type,
    ''::varchar as version,
    '2000-01-01'::timestamp as event_time,
    ''::varchar as payload
where 1 = 0
