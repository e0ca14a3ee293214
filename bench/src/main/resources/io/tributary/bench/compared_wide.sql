-- One row: the profiles that only one way has, or that differ in a column.
select count(*) as different
from {store}.{wide} as stored
full join {work}.by_hand_wide as hand
    on stored.profile_id = hand.profile_id
where stored.profile_id is null
    or hand.profile_id is null
    {#for member in members}
    {#for one in all}
    or stored.{one.letter}{member}_{one.type} is distinct from hand.{one.letter}{member}_{one.type}
    {/for}
    {/for}
