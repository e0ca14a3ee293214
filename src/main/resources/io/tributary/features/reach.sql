{work}.{rows} as taken
{#if changes}
inner join {work}.{changes} as reach
    on taken.profile = reach.profile
    and taken.seen <= reach.number
    and (taken.gone is null or reach.number < taken.gone)
{#else}
inner join {work}.int_as_of_reach as reach
    on taken.seen = reach.seen
    {#if paired}
    and taken.profile = reach.profile
    {/if}
    and (taken.gone is null or reach.number < taken.gone)
{/if}
