-- An answer that was loaded before, or is given anew, is replaced.
delete from {store}.ihc_answers
where journey_hash in (
    select journey_hash
    from {work}.loaded_results
    where journey_hash is not null
)
