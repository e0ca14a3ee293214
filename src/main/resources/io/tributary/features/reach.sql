{work}.{rows} as taken
inner join {work}.int_as_of_reach as reach
    on taken.seen = reach.seen
    {#if paired}
    and taken.profile = reach.profile
    {/if}
    and (taken.gone is null or reach.number < taken.gone)
    and reach.number between {first_number} and {last_number}
