-- One row per profile and as-of moment: all that one grouping gives.
insert into {work}.{table} (
    {#for one in columns}
    {one.name},
    {/for}
    profile, number
)
select
    {#for one in columns}
    {#if one.counts}
    count({#if one.when}case when {one.when} then 1 end{#else}*{/if}),
    {#else if one.sums}
    cast(
        sum({#if one.when}case when {one.when} then {one.value} end{#else}{one.value}{/if})
        as decimal(38, 6)
    ),
    {#else if one.least}
    min({#if one.when}case when {one.when} then {one.value} end{#else}{one.value}{/if}),
    {#else}
    max({#if one.when}case when {one.when} then {one.value} end{#else}{one.value}{/if}),
    {/if}
    {/for}
    taken.profile,
    reach.number
from {reach}
group by taken.profile, reach.number
