-- What the link function reads first.
unload ('select number, type, component, profile from {work}.int_stitching_identifiers')
to {target}
{role}
format as csv
cleanpath
