-- Results are loaded twice in a run: those of a killed run, and its own.
drop table if exists {work}.loaded_results
