-- Only when the set of columns changes, in the transaction that makes the view anew.
drop view if exists {published}.{table}
