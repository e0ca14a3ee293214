-- An operator starts a part over: what all runs calculated of it goes.
delete from {store}.{table}
