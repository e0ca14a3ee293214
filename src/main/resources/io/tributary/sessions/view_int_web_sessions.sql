-- One row per session of the run, as it is published, with its owner.
create view {work}.int_web_sessions as
select
    inputs.owner_key,
    {#for column in shown}
    sessions.{column}{#if column_hasNext},{/if}
    {/for}
from {work}.int_session_inputs as inputs
inner join {store}.web_sessions as sessions
    on inputs.session_id = sessions.session_id
where sessions.to_run is null
