-- A track and a page at one moment go by their ids.
update {work}.int_session_bounds
set first_{what}_key = tied_{what}_key
where first_{what}_key in (
    select bounds.first_{what}_key
    from {work}.int_session_bounds as bounds
    inner join {work}.stg_events as firsts
        on bounds.first_{what}_key = firsts.event_key
    inner join {work}.stg_events as others
        on bounds.tied_{what}_key = others.event_key
    where others.event_id < firsts.event_id
)
