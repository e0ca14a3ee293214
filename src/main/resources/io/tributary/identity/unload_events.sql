-- The events to go through, with their places in the order of events.
unload ('select number, fresh, {numbers} from {work}.int_stitching_events')
to {target}
{role}
format as csv
cleanpath
