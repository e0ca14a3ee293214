-- The identifiers of each event that has several, in any order.
unload ('select {numbers} from {work}.int_links')
to {target}
{role}
format as csv
cleanpath
