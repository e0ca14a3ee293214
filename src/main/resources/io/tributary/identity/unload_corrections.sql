-- What the link function goes by before all else.
unload ('select verdict, one, other from {work}.int_corrections')
to {target}
{role}
format as csv
cleanpath
